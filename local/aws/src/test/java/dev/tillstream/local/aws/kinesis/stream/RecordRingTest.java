package dev.tillstream.local.aws.kinesis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordRingTest {

    private final RecordRing ring = new RecordRing();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdsWhatAListWouldHoldWhileItGrowsAndWraps(long seed) {
        var random = new Random(seed);
        List<Long> expected = new ArrayList<>();
        for (long next = 0; next < 5_000; next += 2) {
            ring.add(record(next));
            expected.add(next);
            // Drops in bursts, so that the head stands anywhere when the ring grows.
            int drops = random.nextInt(20) == 0 ? random.nextInt(expected.size()) : 0;
            for (int i = 0; i < drops; i++) {
                assertThat(ring.removeFirst().sequence()).isEqualTo(expected.removeFirst());
            }
        }

        assertThat(IntStream.range(0, ring.size()).mapToObj(i -> ring.get(i).sequence()))
                .isEqualTo(expected);
    }

    @Test
    void findsTheFirstRecordAtOrAfterAValue() {
        for (long sequence = 10; sequence < 20; sequence += 2) {
            ring.add(record(sequence));
        }

        assertThat(search(0)).isZero();
        assertThat(search(10)).isZero();
        assertThat(search(11)).isEqualTo(1);
        assertThat(search(18)).isEqualTo(4);
        assertThat(search(19)).isEqualTo(5);
    }

    @Test
    void rejectsAnIndexBeyondItsEnd() {
        ring.add(record(1));
        ring.removeFirst();

        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> ring.get(0));
    }

    private int search(long value) {
        return ring.firstAtLeast(value, StreamRecord::sequence);
    }

    private static StreamRecord record(long sequence) {
        return new StreamRecord(sequence, 0, "k", new byte[0]);
    }
}
