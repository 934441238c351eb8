package dev.tillstream.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.StoreEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is on the wire, pinned: each file holds an event as it arrives and as we write it. */
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private final EventCodec codec = new EventCodec();

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void decodesAndEncodesTheSameBytes(Path file) throws IOException {
        String text = Files.readString(file);
        // The event as it stands in the file, not through a tree: its digits matter.
        String event =
                text.substring(
                        text.indexOf("\"event\": ") + 9, text.lastIndexOf(",\n  \"encoded\""));
        String encoded = JsonMapper.shared().readTree(text).get("encoded").stringValue();

        StoreEvent decoded = codec.decode(event.getBytes(UTF_8));

        assertThat(codec.encode(decoded)).isEqualTo(encoded);
        assertThat(codec.decode(encoded.getBytes(UTF_8))).isEqualTo(decoded);
    }
}
