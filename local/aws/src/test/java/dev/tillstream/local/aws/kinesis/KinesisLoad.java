package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.Clients;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** Puts records of 400 bytes flat out, then reads them; arguments: endpoint, seconds, threads. */
final class KinesisLoad {

    private static final int SHARDS = 4;

    private KinesisLoad() {}

    public static void main(String[] arguments) throws Exception {
        var time = Duration.ofSeconds(Integer.parseInt(arguments[1]));
        int threads = Integer.parseInt(arguments[2]);
        String stream = "load-" + System.nanoTime();
        try (var kinesis = Clients.of(KinesisClient.builder(), URI.create(arguments[0]))) {
            kinesis.createStream(b -> b.streamName(stream).shardCount(SHARDS));
            System.out.printf("put %,d records/s%n", put(kinesis, stream, threads, time));
            System.out.printf("get %,d records/s%n", get(kinesis, stream));
            kinesis.deleteStream(b -> b.streamName(stream));
        }
    }

    private static long put(KinesisClient kinesis, String stream, int threads, Duration time)
            throws Exception {
        SdkBytes data = SdkBytes.fromByteArray(new byte[400]);
        List<PutRecordsRequestEntry> batch =
                IntStream.range(0, 500)
                        .mapToObj(i -> PutRecordsRequestEntry.builder().data(data))
                        .map(entry -> entry.partitionKey("till-" + entry.hashCode()).build())
                        .toList();
        var records = new LongAdder();
        long end = System.nanoTime() + time.toNanos();
        run(
                threads,
                () -> {
                    while (System.nanoTime() < end) {
                        kinesis.putRecords(b -> b.streamName(stream).records(batch));
                        records.add(batch.size());
                    }
                    return true;
                });
        return records.sum() / time.toSeconds();
    }

    private static long get(KinesisClient kinesis, String stream) throws Exception {
        long start = System.nanoTime();
        long records = 0;
        for (int shard = 0; shard < SHARDS; shard++) {
            String id = KinesisFixture.shard(shard);
            String next =
                    kinesis.getShardIterator(b ->
                                    b.streamName(stream)
                                            .shardId(id)
                                            .shardIteratorType("TRIM_HORIZON"))
                            .shardIterator();
            for (long behind = 1; behind > 0; ) {
                String iterator = next;
                var reply = kinesis.getRecords(b -> b.shardIterator(iterator));
                records += reply.records().size();
                behind = reply.millisBehindLatest();
                next = reply.nextShardIterator();
            }
        }
        return records * 1_000_000_000 / (System.nanoTime() - start);
    }

    private static void run(int threads, Callable<Boolean> work) throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> all =
                    IntStream.range(0, threads).mapToObj(i -> executor.submit(work)).toList();
            for (Future<Boolean> one : all) {
                one.get();
            }
        }
    }
}
