package dev.tillstream.ingest;

import static dev.tillstream.ingest.intake.EventFixture.sale;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.ingest.Till.Answer;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that take more than their share: the others are answered as if they were not there. */
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tillstream.ingest.bus.timeout=30s",
            "tillstream.ingest.tomcat.access-log=false"
        })
class CrowdIT {

    private static final int MB = 1024 * 1024;

    private final String id = UUID.randomUUID().toString();
    private final List<Socket> sockets = new ArrayList<>();
    private String head = "";
    private Till till;
    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
        String key = Keys.ofStore("store_2");
        head =
                "POST /events HTTP/1.1\r\nHost: ingest\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer "
                        + key
                        + "\r\n";
        till = new Till(port, key);
    }

    @AfterEach
    void disconnect() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void twoThousandIdleConnectionsStarveNobody() {
        for (int i = 0; i < 2_000; i++) {
            open("");
        }

        assertThat(till.post(sale(id, "1")).status()).isEqualTo(202);
    }

    @Test
    void bodiesThatNeverArriveStarveNobody() {
        for (int i = 0; i < 500; i++) {
            open(head + "Content-Length: 5000000\r\n\r\n[");
        }
        for (int i = 0; i < 500; i++) {
            open(head + "Transfer-Encoding: chunked\r\n\r\n1\r\n[\r\n");
        }

        assertThat(till.post(sale(id, "1")).status()).isEqualTo(202);
    }

    @Test
    void aBodyOfAGigabyteIsRefusedBeforeItArrives() throws IOException {
        Socket socket = open(head + "Content-Length: 1073741824\r\n\r\n");
        assertThat(answer(socket)).startsWith("HTTP/1.1 413");

        byte[] lines = new byte[6 * MB];
        Arrays.fill(lines, (byte) '\n');
        Answer unknownLength =
                till.send(
                        HttpRequest.newBuilder(till.uri("/events"))
                                .header("Content-Type", "application/x-ndjson")
                                .timeout(Duration.ofSeconds(30))
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(lines))));
        assertThat(unknownLength.status()).isEqualTo(413);
    }

    @Test
    void aGzipBombIsRefusedAtTheLimit() throws IOException {
        byte[] bomb = gzip(new byte[200 * MB]);
        assertThat(bomb.length).isLessThan(MB);

        for (String type : List.of("application/json", "application/x-ndjson")) {
            Answer answer = post(type, bomb);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().at("/type").asString())
                    .isEqualTo("urn:tillstream:problem:body-too-large");
        }
        assertThat(till.post(sale(id, "1")).status()).isEqualTo(202);
    }

    @Test
    void aZippedBodyIsTakenAndACutOneIsNot() throws IOException {
        byte[] zipped = gzip((sale(id, "1") + "\n" + sale(id + "-b", "2")).getBytes(US_ASCII));
        assertThat(post("application/x-ndjson", zipped).status()).isEqualTo(202);
        assertThat(post("application/json", zipped).status()).isEqualTo(202);

        Answer cut = post("application/json", Arrays.copyOf(zipped, zipped.length - 9));
        assertThat(cut.status()).isEqualTo(400);
        assertThat(cut.json().at("/detail").asString()).contains("cut off");
    }

    private Answer post(String contentType, byte[] zipped) {
        return till.send(
                HttpRequest.newBuilder(till.uri("/events"))
                        .header("Content-Type", contentType)
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(zipped)));
    }

    private Socket open(String bytes) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(socket);
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(bytes.getBytes(US_ASCII));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), US_ASCII);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
