package dev.tillstream.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.producer.key.KeyFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./run keys}, on a real table. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class KeysIT {

    private static final String KEY = "till_[0-9a-f]{12}_[0-9a-f]{64}_[0-9a-f]{8}";

    private final String store = "Store " + UUID.randomUUID();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;

    @Test
    void showsANewKeyAloneOnStandardOutputAndNeverAgain() {
        assertThat(run("create", "--store", store)).isZero();
        String key = out.toString().strip();

        assertThat(key).matches(KEY);
        assertThat(err.toString()).contains("store of " + store).doesNotContain(key);
        assertThat(listed()).containsPattern(id(key) + "  store   active .* -  +" + store);
        assertThat(out.toString()).doesNotContain(key.substring(18, 82));
    }

    @Test
    void keepsAKeyInAFileThatOnlyItsOwnerReads() throws IOException {
        Path file = folder.resolve("keys/reader");

        assertThat(run("create", "--role", "reader", "--out", file.toString())).isZero();

        assertThat(out.toString()).isEmpty();
        assertThat(KeyFile.read(file)).matches(KEY);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void rotatesOnceUntilThePreviousKeyHasEnded() {
        run("create", "--store", store);
        String id = id(out.toString().strip());

        assertThat(run("rotate", id, "--overlap", "7d")).isZero();
        assertThat(listed()).containsPattern(id + "  store   rotating .*Z  .*Z  " + store);
        assertThat(run("rotate", id)).isEqualTo(1);
        assertThat(err.toString()).contains("./run keys revoke --previous " + id);

        assertThat(run("revoke", "--previous", id)).isZero();
        assertThat(listed()).containsPattern(id + "  store   active");
        assertThat(run("rotate", id, "--overlap", "0s")).isZero();
    }

    @Test
    void aRevokedKeyStaysInTheListAndIsNotRotated() {
        run("create", "--store", store);
        String id = id(out.toString().strip());

        assertThat(run("revoke", id)).isZero();
        assertThat(run("revoke", id)).isZero();

        assertThat(listed()).containsPattern(id + "  store   revoked");
        assertThat(run("rotate", id)).isEqualTo(1);
        assertThat(err.toString()).contains("Key " + id + " was revoked at ");
    }

    @Test
    void refusesInOneLine() {
        assertThat(run("revoke", "0".repeat(12))).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("There is no key 000000000000");

        assertThat(run("create")).isEqualTo(2);
        assertThat(run("create", "--role", "admin", "--store", store)).isEqualTo(2);
        assertThat(run("create", "--store", "")).isEqualTo(2);
        assertThat(run("rotate", "0".repeat(12), "--overlap", "soon")).isEqualTo(2);
        assertThat(run("list", "--project", "nobodys")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no table nobodys-store-keys here");
    }

    @Test
    void makesTheDemoKeysAndLeavesThoseThatAreGood() throws IOException {
        Path keys = folder.resolve("keys");
        assertThat(run("demo", "--out", keys.toString())).isZero();
        assertThat(out.toString().lines()).hasSize(7);
        String reader = Files.readString(keys.resolve("reader"));
        String admin = Files.readString(keys.resolve("admin"));
        run("revoke", id(KeyFile.read(keys.resolve("admin"))));

        assertThat(run("demo", "--out", keys.toString())).isZero();

        assertThat(Files.readString(keys.resolve("reader"))).isEqualTo(reader);
        assertThat(Files.readString(keys.resolve("admin"))).isNotEqualTo(admin);
        assertThat(out.toString()).doesNotContain("till_");
    }

    private String listed() {
        out.getBuffer().setLength(0);
        assertThat(run("list")).isZero();
        return out.toString();
    }

    private static String id(String key) {
        return key.substring(5, 17);
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "keys";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--endpoint-url";
        all[arguments.length + 2] = LocalAwsExtension.endpoint().toString();
        return Launcher.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
