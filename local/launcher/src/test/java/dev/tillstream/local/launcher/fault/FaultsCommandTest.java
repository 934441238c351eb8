package dev.tillstream.local.launcher.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tillstream.local.launcher.LauncherFixture;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsCommandTest {

    private static final String FAULT =
            """
            {"id":"f1","kind":"throttle","service":"kinesis","probability":0.1,"seed":7,"calls":20,"hits":3,"spent":false}\
            """;

    private final LauncherFixture launcher = new LauncherFixture();
    private final List<String> asked = new ArrayList<>();
    private int status = 200;
    private String answer = "";
    private HttpServer aws;
    private String endpoint = "";

    @BeforeEach
    void start() throws IOException {
        aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        aws.createContext("/_local/faults", this::handle);
        aws.start();
        endpoint = "http://127.0.0.1:" + aws.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        aws.stop(0);
    }

    @Test
    void listsFaultsWithTheirHits() {
        answer = "{\"faults\":[" + FAULT + "]}";

        assertThat(run("faults")).isZero();
        assertThat(launcher.out().lines())
                .last()
                .asString()
                .matches("f1 +throttle +kinesis \\* +\\* +20 +3  probability=0.1 seed=7");
    }

    @Test
    void saysThatThereAreNone() {
        answer = "{\"faults\":[]}";

        assertThat(run("faults", "list")).isZero();
        assertThat(launcher.out()).isEqualTo("No faults.\n");
    }

    @Test
    void addsAFault() {
        status = 201;
        answer = FAULT;

        assertThat(run("faults", "add", "throttle", "--service", "kinesis", "--probability", "0.1"))
                .isZero();
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("POST /_local/faults {\"kind\":\"throttle\",\"service\":\"kinesis\"")
                .contains("\"probability\":0.1");
        assertThat(launcher.out()).contains("f1", "throttle");
    }

    @Test
    void saysInOneLineWhatIsWrongWithAFault() {
        status = 400;
        answer = "{\"status\":400,\"detail\":\"count must be at least 1, not 0\"}";

        assertThat(run("faults", "add", "error", "--count", "0")).isEqualTo(1);
        assertThat(launcher.err()).isEqualTo("count must be at least 1, not 0\n");
    }

    @Test
    void removesAllOrThoseNamed() {
        status = 204;

        assertThat(run("faults", "clear")).isZero();
        assertThat(run("faults", "clear", "f1", "f2")).isZero();
        assertThat(asked)
                .containsExactly(
                        "DELETE /_local/faults ",
                        "DELETE /_local/faults/f1 ",
                        "DELETE /_local/faults/f2 ");
    }

    @Test
    void saysInOneLineThatNoAwsAnswers() {
        aws.stop(0);

        assertThat(run("faults")).isEqualTo(1);
        assertThat(launcher.err().lines())
                .singleElement()
                .asString()
                .startsWith("No embedded AWS answers at " + endpoint);
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--endpoint-url", endpoint));
        return launcher.run(all.toArray(String[]::new));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(
                    "%s %s %s"
                            .formatted(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI(),
                                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            byte[] body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
