package dev.tillstream.analytics.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LinesTest {

    @TempDir private Path folder;

    @Test
    void numbersLinesHoweverTheyAreCut() throws InterruptedException {
        for (int size = 1; size < 12; size++) {
            assertThat(read(new Pieces("one\n\ntwo\r\nthree".getBytes(UTF_8), size)))
                    .containsExactly("1 one", "2 ", "3 two\r", "4 three");
        }
    }

    @Test
    void endsWithoutLines() throws InterruptedException {
        assertThat(read(InputStream.nullInputStream())).isEmpty();
    }

    @Test
    void keepsNoMoreThanTheBeginningOfALineWithoutEnd() throws InterruptedException {
        String longest = "x".repeat(Lines.LONGEST);
        byte[] input = (longest + "yyy\nshort\n").getBytes(UTF_8);

        assertThat(read(new Pieces(input, 5_000))).containsExactly("1 " + longest, "2 short");
    }

    @Test
    void handsOutWhatCameBeforeAFailure() throws InterruptedException, IOException {
        // Reading from a closed file is the simplest failure there is.
        InputStream broken = Files.newInputStream(Files.createFile(folder.resolve("gone")));
        broken.close();
        Lines lines =
                Lines.of(
                        new SequenceInputStream(
                                new ByteArrayInputStream("one\ntw".getBytes(UTF_8)), broken),
                        InstantSource.system());

        assertThat(texts(lines)).containsExactly("1 one");
        assertThat(lines.failure()).isInstanceOf(ClosedChannelException.class);
    }

    private static List<String> read(InputStream in) throws InterruptedException {
        Lines lines = Lines.of(in, InstantSource.system());
        List<String> texts = texts(lines);
        assertThat(lines.failure()).isNull();
        return texts;
    }

    private static List<String> texts(Lines lines) throws InterruptedException {
        List<String> texts = new ArrayList<>();
        while (!lines.isEnd()) {
            Chunk chunk = lines.next(Duration.ofSeconds(10));
            for (int i = 0; i < chunk.lines().size(); i++) {
                texts.add((chunk.first() + i) + " " + new String(chunk.lines().get(i), UTF_8));
            }
        }
        return texts;
    }
}
