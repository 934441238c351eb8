package dev.tillstream.analytics.kinesis.unread;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** What a stream says of itself. */
final class StreamFacts {

    private static final int SECONDS = 10;

    /** A page may be empty although more follow; so many are more than that. */
    private static final int PAGES = 10;

    private final KinesisAsyncClient kinesis;
    private final String stream;

    StreamFacts(KinesisAsyncClient kinesis, String stream) {
        this.kinesis = kinesis;
        this.stream = stream;
    }

    /** How long records are kept. */
    Duration retention() {
        var summary = answer(kinesis.describeStreamSummary(call -> call.streamName(stream)));
        return Duration.ofHours(summary.streamDescriptionSummary().retentionPeriodHours());
    }

    /** Whether the record with this number is still there: then so is all that came after it. */
    boolean holds(String shard, String sequenceNumber) {
        @Nullable String iterator =
                answer(
                                kinesis.getShardIterator(call ->
                                        call.streamName(stream)
                                                .shardId(shard)
                                                .shardIteratorType(
                                                        ShardIteratorType.AT_SEQUENCE_NUMBER)
                                                .startingSequenceNumber(sequenceNumber)))
                        .shardIterator();
        for (int page = 0; page < PAGES && iterator != null; page++) {
            String here = iterator;
            GetRecordsResponse read =
                    answer(kinesis.getRecords(call -> call.shardIterator(here).limit(1)));
            if (read.hasRecords() && !read.records().isEmpty()) {
                return read.records().getFirst().sequenceNumber().equals(sequenceNumber);
            }
            if (read.millisBehindLatest() == 0) {
                return false;
            }
            iterator = read.nextShardIterator();
        }
        if (iterator == null) {
            return false;
        }
        throw new IllegalStateException(stream + " gives no record of " + shard);
    }

    private static <T> T answer(CompletableFuture<T> call) {
        return call.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }
}
