package dev.tillstream.local.launcher.key;

import dev.tillstream.access.key.KeyOffice.Issued;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How a new key comes to its owner: printed, alone on standard output, or in a file. */
final class Handover {

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write the key there, readable by you alone, for curl -H @FILE; else it is"
                            + " printed")
    private @Nullable Path file;

    /** The only time that the key is shown. */
    void give(Issued issued, CommandLine command) {
        String owner =
                issued.stored().role().title()
                        + (issued.stored().store() == null ? "" : " of " + issued.stored().store());
        command.getErr().printf("Key %s, role %s.%n", issued.stored().id(), owner);
        if (file != null) {
            LocalKeys.write(file, issued.key().reveal());
            command.getErr().printf("It is in %s and nowhere else: only its hash is kept.%n", file);
            return;
        }
        command.getErr().println("Shown only now, for only its hash is kept. In a request:");
        command.getErr().println("Authorization: Bearer KEY");
        command.getOut().println(issued.key().reveal());
    }
}
