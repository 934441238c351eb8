package dev.tillstream.ingest.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.ingest.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineItemsTest {

    private final List<List<String>> chunks = new ArrayList<>();

    @Test
    void takesALineAsAnItem() throws IOException {
        read("{\"a\":\"é\"}\n{}\n", 10);

        assertThat(chunks).containsExactly(List.of("{\"a\":\"é\"}", "{}"));
    }

    @Test
    void needsNoNewlineAtTheEnd() throws IOException {
        read("{}\n{ }", 10);

        assertThat(chunks).containsExactly(List.of("{}", "{ }"));
    }

    @Test
    void skipsBlankLines() throws IOException {
        read("\n{}\r\n \t\r\n\r\n", 10);

        assertThat(chunks).containsExactly(List.of("{}\r"));
    }

    @Test
    void findsNothingInAnEmptyBody() throws IOException {
        read("", 10);

        assertThat(chunks).isEmpty();
    }

    @Test
    void handsOnAChunkAsSoonAsItIsFull() throws IOException {
        read("1\n2\n3\n4\n5", 2);

        assertThat(chunks).containsExactly(List.of("1", "2"), List.of("3", "4"), List.of("5"));
    }

    @Test
    void handsOnAChunkOfOneMegabyte() throws IOException {
        String line = "x".repeat(300_000);
        read((line + "\n").repeat(10), 500);

        assertThat(chunks).extracting(List::size).containsExactly(4, 4, 2);
        assertThat(chunks.getLast()).containsOnly(line);
    }

    @Test
    void losesNothingWhereverTheBufferEnds() throws IOException {
        List<String> lines =
                IntStream.range(0, 3000).mapToObj(i -> i + "-" + "x".repeat(i % 97)).toList();
        read(String.join("\n", lines), 7);

        assertThat(chunks.stream().flatMap(List::stream)).containsExactlyElementsOf(lines);
    }

    @Test
    void stopsAtTheLimitAfterWhatWasHandedOn() {
        byte[] body = "{}\n".repeat(20_000).getBytes(UTF_8);
        LineItems lines = new LineItems(10, this::note);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() ->
                        lines.read(
                                new LimitedInputStream(
                                        new ByteArrayInputStream(body), LineItemsTest::limit)))
                .satisfies(problem -> assertThat(problem.getStatusCode().value()).isEqualTo(413));
        assertThat(chunks).isNotEmpty();
    }

    private static void limit(long bytes) {
        if (bytes > 50_000) {
            throw Problem.bodyTooLarge(50_000);
        }
    }

    private void read(String body, int maxItems) throws IOException {
        new LineItems(maxItems, this::note).read(new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private void note(List<byte[]> chunk) {
        chunks.add(chunk.stream().map(item -> new String(item, UTF_8)).toList());
    }
}
