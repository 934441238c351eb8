package dev.tillstream.ingest;

import static dev.tillstream.ingest.intake.EventFixture.sale;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.contract.Violation;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.services.s3.S3Client;

/** Runs what REJECTIONS.md says, as it is written there. It needs a shell and curl. */
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tillstream.ingest.bus.backoff=1ms",
            "TILLSTREAM_BUS_MAX_HELD=20",
            "tillstream.ingest.quarantine.bucket=tillstream-data-000000000000",
            "tillstream.ingest.quarantine.every=100ms",
            "tillstream.ingest.http.max-body-time=1s"
        })
class RejectionsIT {

    private static final Pattern SECTION =
            Pattern.compile("### `([a-z-]+)`\\n\\n[^\\n]*\\n\\n```sh\\n(.*?)```", Pattern.DOTALL);

    @LocalServerPort private int port;

    @TestFactory
    Stream<DynamicTest> linesAreAnsweredAsTheySay() throws IOException {
        return documented().entrySet().stream()
                .map(section ->
                        DynamicTest.dynamicTest(
                                section.getKey(),
                                () ->
                                        assertThat(run(section.getValue()))
                                                .containsAnyOf(
                                                        "\"code\":\"" + section.getKey() + "\"",
                                                        "urn:tillstream:problem:"
                                                                + section.getKey())));
    }

    @Test
    void everyCodeHasItsLine() throws IOException {
        List<String> codes =
                Stream.of(Violation.class, Rejected.class).flatMap(RejectionsIT::codes).toList();

        assertThat(codes).contains("queue-full", "malformed-json");
        assertThat(codes).allSatisfy(code -> assertThat(text()).contains("`" + code + "`"));
        assertThat(documented().keySet()).containsAll(codes);
    }

    @Test
    void whatIsRefusedForGoodIsInTheBucket() {
        String id = UUID.randomUUID().toString();
        Till till = new Till(port, Keys.ofStore("store_2"));
        till.post(sale(id, "-1"));

        try (S3Client s3 = S3Client.create()) {
            await().atMost(Duration.ofSeconds(30)).until(() -> refused(s3).contains(id));
        }
    }

    private static String refused(S3Client s3) {
        return s3
                .listObjectsV2Paginator(
                        r -> r.bucket("tillstream-data-000000000000").prefix("refused/"))
                .contents()
                .stream()
                .map(object ->
                        s3.getObjectAsBytes(r ->
                                        r.bucket("tillstream-data-000000000000").key(object.key()))
                                .asUtf8String())
                .collect(Collectors.joining());
    }

    private String run(String script) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true);
        shell.environment()
                .putAll(
                        Map.of(
                                "INGEST", "http://127.0.0.1:" + port,
                                "KEY", "Authorization: Bearer " + Keys.ofStore("store_2"),
                                "AWS_ENDPOINT_URL", LocalAwsExtension.endpoint().toString()));
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static Map<String, String> documented() throws IOException {
        return SECTION.matcher(text())
                .results()
                .collect(
                        Collectors.toMap(
                                (MatchResult section) -> section.group(1),
                                section -> section.group(2),
                                (a, b) -> a,
                                TreeMap::new));
    }

    private static String text() throws IOException {
        return Files.readString(Path.of("REJECTIONS.md"));
    }

    private static Stream<String> codes(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .filter(field ->
                        Modifier.isStatic(field.getModifiers())
                                && Modifier.isPublic(field.getModifiers())
                                && field.getType() == String.class)
                .map(RejectionsIT::value);
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
