package dev.tillstream.local.launcher.key;

import dev.tillstream.access.key.KeyOffice;
import dev.tillstream.access.key.KeyOffice.Issued;
import dev.tillstream.access.key.Role;
import dev.tillstream.contract.InvalidValueException;
import dev.tillstream.contract.StoreId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A new key. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = "Make a key and show it, once.",
        footer = {
            "",
            "For example:",
            "  ./run keys create --store store_2",
            "  ./run keys create --role reader --out ~/.tillstream-reader"
        })
final class KeysCreateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private KeysOption keys = new KeysOption();
    @Mixin private Handover handover = new Handover();

    @Option(
            names = "--store",
            paramLabel = "NAME",
            description = "The store whose events it may send")
    private @Nullable String store;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description =
                    "store (with --store, the default there), reader (of all stores) or admin"
                            + " (everything)")
    private @Nullable Role role;

    @Override
    public Integer call() {
        Role wanted = role == null && store != null ? Role.STORE : role;
        if (wanted == null) {
            throw usage("say --store NAME, or --role reader or admin");
        }
        if ((wanted == Role.STORE) != (store != null)) {
            throw usage("--store goes with the role store, and that with it");
        }
        StoreId owner = store == null ? null : storeId(store);
        return keys.with(office -> {
            handover.give(create(office, wanted, owner), spec.commandLine());
            return 0;
        });
    }

    private static Issued create(KeyOffice office, Role role, @Nullable StoreId owner) {
        return owner == null ? office.create(role) : office.createForStore(owner);
    }

    private StoreId storeId(String name) {
        try {
            return new StoreId(name);
        } catch (InvalidValueException e) {
            throw usage("--store " + e.reason());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
