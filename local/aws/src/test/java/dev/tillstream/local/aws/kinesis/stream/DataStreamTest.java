package dev.tillstream.local.aws.kinesis.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataStreamTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int THREADS = 4;
    private static final int ROUNDS = 50;

    private final DataStream stream =
            new Streams(InstantSource.fixed(NOW), 1 << 30)
                    .create(new StreamName("sales"), 2, false);

    @Test
    void keepsEachRecordOnceInOrderWhileItIsReshardedUnderLoad() throws Exception {
        var resharding = new AtomicBoolean(true);
        int written = 0;
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Integer>> writers =
                    IntStream.range(0, THREADS)
                            .mapToObj(seed -> threads.submit(writer(seed, resharding)))
                            .toList();
            for (int round = 0; round < ROUNDS; round++) {
                stream.shards().scale(4, NOW);
                stream.shards().scale(2, NOW);
            }
            resharding.set(false);
            for (Future<Integer> writer : writers) {
                written += writer.get();
            }
        }

        List<Long> sequences =
                stream.shards().all().stream().flatMap(s -> sequences(s).stream()).toList();
        assertThat(stream.shards().all()).hasSize(2 + ROUNDS * 6);
        assertThat(sequences).hasSize(written).doesNotHaveDuplicates();
    }

    /** Writes as long as shards come and go, and a little after. */
    private Callable<Integer> writer(int seed, AtomicBoolean resharding) {
        return () -> {
            var random = new Random(seed);
            int written = 0;
            while (resharding.get() || written < 100) {
                stream.put("k", new BigInteger(128, random), new byte[1], NOW);
                written++;
            }
            return written;
        };
    }

    private static List<Long> sequences(Shard shard) {
        Batch batch = shard.log().read(0, Integer.MAX_VALUE);
        List<Long> sequences = batch.records().stream().map(StreamRecord::sequence).toList();
        Shard.Closing closing = shard.closing();
        assertThat(batch.exhausted()).isEqualTo(closing != null);
        assertThat(sequences)
                .isSorted()
                .allMatch(sequence -> sequence > shard.startSequence())
                .allMatch(sequence -> closing == null || sequence < closing.sequence());
        return sequences;
    }
}
