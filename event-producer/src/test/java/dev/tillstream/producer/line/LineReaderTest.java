package dev.tillstream.producer.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void readsLinesOfAllLengthsAcrossItsBuffer() throws Exception {
        Random random = new Random(3);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            expected.add("x\u00e4\u20ac\uFFFD".repeat(random.nextInt(2_000)) + i);
        }
        LineReader lines = reader(String.join("\n", expected), 1 << 20);

        List<String> read = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            read.add(line);
        }

        assertThat(read).isEqualTo(expected);
        assertThat(lines.number()).isEqualTo(300);
    }

    @Test
    void leavesAwayEndsAndTheMarkOfTheFirstLine() throws Exception {
        LineReader lines = reader("\uFEFFa\r\n\r\nb\r", 100);

        assertThat(lines.next()).isEqualTo("a");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).isEqualTo("b");
        assertThat(lines.next()).isNull();
    }

    @Test
    void passesOverALineThatIsTooLong() throws Exception {
        LineReader lines = reader("x".repeat(300_000) + "\nnext\n" + "y".repeat(101), 100);

        assertThatThrownBy(lines::next).hasMessage("has more than 100 bytes");
        assertThat(lines.next()).isEqualTo("next");
        assertThatThrownBy(lines::next).hasMessage("has more than 100 bytes");
        assertThat(lines.next()).isNull();
        assertThat(lines.number()).isEqualTo(3);
    }

    private static LineReader reader(String text, int longest) throws IOException {
        return new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)), longest);
    }
}
