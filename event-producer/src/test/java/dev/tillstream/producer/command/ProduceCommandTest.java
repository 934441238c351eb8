package dev.tillstream.producer.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.producer.key.StoreKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProduceCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer ingest;
    private volatile String key;
    private boolean audit;

    @TempDir private Path folder;

    @BeforeEach
    void start() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext(
                "/events",
                exchange -> {
                    try (exchange) {
                        requests.incrementAndGet();
                        key = exchange.getRequestHeaders().getFirst("Authorization");
                        exchange.getRequestBody().readAllBytes();
                        exchange.sendResponseHeaders(202, -1);
                    }
                });
        ingest.start();
    }

    @AfterEach
    void stop() {
        ingest.stop(0);
    }

    @Test
    void sendsTheSampleDayAndAnswersInOneLine() {
        int exit = run("--source", "file", "--file", "../samples/online-retail-2010-12-01.csv");

        assertThat(exit).isZero();
        assertThat(out.toString().strip())
                .isEqualTo("{\"status\":true,\"record_count\":3108,\"tot_sales\":58635.56}");
        assertThat(requests).hasValue(32);
    }

    @Test
    void sendsInventedEvents() {
        int exit = run("--source", "random", "--for", "1s", "--rate", "60", "--seed", "1");

        assertThat(exit).isZero();
        assertThat(out.toString()).startsWith("{\"status\":true,\"record_count\":61,");
    }

    @Test
    void takesTheKeyOfAFile() throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, "Authorization: Bearer till_x\n");

        assertThat(run("--source", "random", "--for", "1s", "--key-file", file.toString()))
                .isZero();
        assertThat(key).isEqualTo("Bearer till_x");

        assertThat(run("--source", "random", "--key-file", folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("can't read the key in " + folder.resolve("none"));
    }

    @Test
    void sendsNothingOfAFileWithAnotherHeader() throws IOException {
        Path day = folder.resolve("day.csv");
        Files.writeString(day, "InvoiceNo,Price\n1,2\n");

        assertThat(run("--source", "file", "--file", day.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith(day + ", line 1: the header must be InvoiceNo,");
        assertThat(out.toString()).isEmpty();
        assertThat(requests).hasValue(0);
    }

    @Test
    void putsBadLinesAsideAndSaysSo() throws IOException {
        Path day = folder.resolve("day.csv");
        String sample = Files.readString(Path.of("../samples/online-retail-2010-12-01.csv"));
        Files.writeString(day, sample + "1,2,3\n");

        assertThat(run("--source", "file", "--file", day.toString())).isEqualTo(3);
        assertThat(out.toString().strip())
                .isEqualTo("{\"status\":false,\"record_count\":3108,\"tot_sales\":58635.56}");
        assertThat(err.toString())
                .contains(day + ": lines that are no events: 1, in " + day + ".rejected");
        assertThat(Path.of(day + ".rejected")).hasContent("3110\thas 3 columns, not 8\t1,2,3");
    }

    @Test
    void stopsAtOneBadLineTooMany() throws IOException {
        Path day = folder.resolve("day.csv");
        String sample = Files.readString(Path.of("../samples/online-retail-2010-12-01.csv"));
        Files.writeString(day, sample + "1,2,3\n" + sample);

        assertThat(run("--source", "file", "--file", day.toString(), "--max-errors", "0"))
                .isEqualTo(1);
        assertThat(err.toString()).contains(day + ", line 3110: has 3 columns, not 8");
        assertThat(out.toString())
                .startsWith("{\"status\":false,\"record_count\":3108,\"tot_sales\":58635.56}");
    }

    @Test
    void printsEventsAsTheBusCarriesThem() {
        assertThat(run("--source", "random", "--for", "1s", "--rate", "60", "--sink", "console"))
                .isZero();

        assertThat(out.toString().lines())
                .hasSize(61)
                .allMatch(line ->
                        new EventCodec()
                                .decode(line.getBytes(UTF_8))
                                .storeId()
                                .value()
                                .startsWith("store_"));
        assertThat(out.toString()).contains("\"source\":\"tillstream.producer.past-the-bus\"");
        assertThat(err.toString()).contains("\"record_count\":61");
        assertThat(requests).hasValue(0);
    }

    @Test
    void auditsWhatItSent() {
        audit = false;
        assertThat(run("--source", "random", "--for", "1s", "--audit")).isEqualTo(1);
        audit = true;
        assertThat(run("--source", "random", "--for", "1s", "--audit")).isZero();
    }

    @Test
    void helpsWithExamplesAndExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("Examples:", "./run produce --source", "130", "--mapping");
    }

    @Test
    void refusesWrongUsage() {
        assertThat(run("--source", "file")).isEqualTo(2);
        assertThat(run("--source", "tills")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("--source", "random", "--manifest", "m.json")).isEqualTo(2);
        assertThat(run("--source", "random", "--rate", "0")).isEqualTo(2);
        assertThat(run("--source", "random", "--for", "soon")).isEqualTo(2);
        assertThat(run("--source", "random", "--sink", "kinesis", "--api", "put")).isEqualTo(2);
        assertThat(run("--source", "random", "--batch", "0")).isEqualTo(2);
        assertThat(run("--source", "random", "--to", "localhost:80")).isEqualTo(2);
        assertThat(requests).hasValue(0);
    }

    private int run(String... arguments) {
        URI address = URI.create("http://127.0.0.1:" + ingest.getAddress().getPort());
        return new CommandLine(new ProduceCommand(new Here(address)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** Nothing but an ingest. */
    private final class Here implements Surroundings {

        private final URI ingest;

        Here(URI ingest) {
            this.ingest = ingest;
        }

        @Override
        public URI ingest() {
            return ingest;
        }

        @Override
        public StoreKeys keys() {
            return StoreKeys.NONE;
        }

        @Override
        public Optional<URI> aws() {
            return Optional.empty();
        }

        @Override
        public boolean audit(URI aws, String project, PrintWriter out) {
            return audit;
        }
    }
}
