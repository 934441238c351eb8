package dev.tillstream.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.local.launcher.house.Ports;
import dev.tillstream.producer.key.KeyFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;

    @Test
    void listsItsVerbsWithoutOne() {
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains("demo", "up", "produce", "status", "audit", "analytics", "routes");
    }

    @Test
    void refusesAnUnknownVerb() {
        assertThat(run("dance")).isEqualTo(2);
    }

    @Test
    void saysInOneLineThatNothingRuns() {
        assertThat(run("status", "--state", folder.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("Nothing runs here: start it with ./run up");
    }

    @Test
    void refusesToLeaveOutAServiceThatIsNone() {
        assertThat(run("up", "--without", "billing", "--state", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no service is called billing");
    }

    @Test
    void refusesRequestsOfMoreEventsThanIngestTakes() {
        assertThat(run("demo", "--running", "--batch", "501")).isEqualTo(2);
        assertThat(err.toString()).contains("--batch must be 1 to 500, is 501");
    }

    @Test
    void showsACurlLineThatIsASaleOfNow() {
        String line = Curl.lines(Ports.USUAL, new KeyFolder(folder)).getFirst();
        assertThat(line).contains(" -H @" + folder.resolve("stores/store_1") + " ");
        String body = line.substring(line.indexOf("-d '") + 4, line.length() - 1);

        assertThat(new EventCodec().decode(body.getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(InstanceOfAssertFactories.type(SaleRecorded.class))
                .satisfies(sale -> {
                    assertThat(sale.returned()).isFalse();
                    assertThat(Duration.between(sale.time(), Instant.now()))
                            .isLessThan(Duration.ofMinutes(1));
                });
    }

    private int run(String... arguments) {
        return Launcher.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
