package dev.tillstream.local.aws.firehose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.aws.TestClock;
import dev.tillstream.local.aws.disk.Disk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BufferTest {

    private final TestClock clock = new TestClock("2021-03-06T17:15:06Z");
    private final Instant start = clock.instant();
    private final Buffer buffer =
            new Buffer(10, Duration.ofSeconds(60), 25, new RecordShelf(Disk.none(), 1));

    @Test
    void makesAChunkWhenTheFirstRecordIsOldEnough() {
        offer("a");
        clock.advance(Duration.ofSeconds(59));
        offer("b");
        assertThat(poll()).isEmpty();

        clock.advance(Duration.ofSeconds(1));

        Chunk chunk = poll().orElseThrow();
        assertThat(text(chunk)).isEqualTo("ab");
        assertThat(chunk.firstArrival()).isEqualTo(start);
        assertThat(poll()).isEmpty();
    }

    @Test
    void makesAChunkAtOnceWhenItIsLargeEnough() {
        offer("aaaaaaaaa");
        assertThat(poll()).isEmpty();

        offer("bbb");
        offer("c");

        assertThat(text(poll().orElseThrow())).isEqualTo("aaaaaaaaabbb");
        assertThat(poll()).as("the next chunk has its own time").isEmpty();
    }

    @Test
    void countsTheTimeOfTheNextChunkFromItsOwnFirstRecord() {
        offer("aaaaaaaaaa");
        clock.advance(Duration.ofSeconds(30));
        offer("b");
        poll();

        clock.advance(Duration.ofSeconds(30));
        assertThat(poll()).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        assertThat(poll().orElseThrow().firstArrival()).isEqualTo(start.plusSeconds(30));
    }

    @Test
    void refusesWhatItHasNoRoomForUntilAChunkIsWritten() {
        offer("aaaaaaaaaa");
        offer("bbbbbbbbbb");
        assertThat(buffer.offer(bytes("cccccc"), clock.instant())).isFalse();
        assertThat(buffer.offer(bytes("ccccc"), clock.instant())).isTrue();

        Chunk chunk = poll().orElseThrow();
        assertThat(buffer.offer(bytes("d"), clock.instant())).as("not written yet").isFalse();
        buffer.written(chunk);
        assertThat(buffer.offer(bytes("d"), clock.instant())).isTrue();
    }

    @Test
    void givesOutWhatIsLeftWhenItCloses() throws Exception {
        offer("a");
        buffer.close();

        assertThat(buffer.offer(bytes("b"), clock.instant())).isFalse();
        assertThat(buffer.awaitDue(clock)).isTrue();
        assertThat(text(poll().orElseThrow())).isEqualTo("a");
        assertThat(buffer.awaitDue(clock)).isFalse();
    }

    private void offer(String record) {
        assertThat(buffer.offer(bytes(record), clock.instant())).isTrue();
    }

    private Optional<Chunk> poll() {
        return buffer.poll(clock.instant());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Chunk chunk) {
        return new String(chunk.bytes(), StandardCharsets.UTF_8);
    }
}
