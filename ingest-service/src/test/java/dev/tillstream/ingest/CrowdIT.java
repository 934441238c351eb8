package dev.tillstream.ingest;

import static dev.tillstream.ingest.intake.EventFixture.sale;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.ingest.Till.Answer;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

    /** As many as may be under way. */
    private static final int REQUESTS = 1_200;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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
    void whatThereIsNoPlaceForIsRefusedOnAConnectionThatGoesOn() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            slow.add(open(head + "Content-Length: 5000000\r\n\r\n["));
        }
        String sale = sale(id, "1");
        String request = head + "Content-Length: " + sale.length() + "\r\n\r\n" + sale;
        Socket socket = open("");
        await().atMost(PATIENCE).until(() -> status(socket, request) == 429);

        for (Socket other : slow) {
            other.close();
        }
        await().atMost(PATIENCE).until(() -> status(socket, request) == 202);
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

    /** Sends it and reads all of the answer, so that the next one can follow. */
    private static int status(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder top = new StringBuilder();
        while (top.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("the connection goes on").isNotNegative();
            top.append((char) next);
        }
        String headers = top.toString().toLowerCase(Locale.ROOT);
        assertThat(headers).doesNotContain("connection: close");
        int status = Integer.parseInt(headers.substring(9, 12));
        if (status == 429) {
            assertThat(headers).contains("retry-after: 1\r\n", "application/problem+json");
        }
        int length = headers.indexOf("content-length: ") + 16;
        if (headers.contains("content-length: ")) {
            in.skipNBytes(Integer.parseInt(headers, length, headers.indexOf('\r', length), 10));
        } else {
            skipChunks(in);
        }
        return status;
    }

    private static void skipChunks(InputStream in) throws IOException {
        StringBuilder all = new StringBuilder();
        while (!all.toString().endsWith("\r\n0\r\n\r\n")) {
            all.append((char) in.read());
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
