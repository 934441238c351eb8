package dev.tillstream.analytics;

import static org.awaitility.Awaitility.await;

import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.json.EventCodec;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/** The stream that analytics reads, from the side that writes. */
final class SalesStream implements AutoCloseable {

    private static final String LOGICAL = "sales-events";
    private static final Duration ACTIVE = Duration.ofSeconds(60);

    private static final int BATCH = 500;

    private final KinesisClient kinesis =
            KinesisClient.builder().httpClientBuilder(ApacheHttpClient.builder()).build();
    private final EventCodec codec = new EventCodec();
    private final String prefix;
    private final String name;

    /** The one of the templates. */
    SalesStream() {
        this("tillstream-");
    }

    private SalesStream(String prefix) {
        this.prefix = prefix;
        this.name = prefix + LOGICAL;
    }

    /** A new one, for tests that need several shards or change them. */
    static SalesStream create(int shards) {
        var stream = new SalesStream("it-" + UUID.randomUUID() + "-");
        stream.kinesis.createStream(create -> create.streamName(stream.name).shardCount(shards));
        stream.awaitActive();
        return stream;
    }

    /** Environment of a service that reads this stream and adds up its sales, and only these. */
    Map<String, String> settings(Path views) {
        return Map.of(
                "TILLSTREAM_ANALYTICS_KINESIS_STREAMPREFIX",
                prefix,
                "TILLSTREAM_ANALYTICS_KINESIS_APPLICATIONPREFIX",
                "analytics-" + prefix,
                // KCL makes the tables of a new application, and its leases.
                "TILLSTREAM_ANALYTICS_KINESIS_LEASES_SEED",
                "false",
                "TILLSTREAM_VIEWS",
                "file:" + views.toAbsolutePath());
    }

    /** The shards that still take records. */
    List<Shard> openShards() {
        return kinesis.listShards(list -> list.streamName(name)).shards().stream()
                .filter(shard -> shard.sequenceNumberRange().endingSequenceNumber() == null)
                .sorted(Comparator.comparing(SalesStream::firstHash))
                .toList();
    }

    /** Into two halves. */
    void split(Shard shard) {
        BigInteger middle =
                firstHash(shard)
                        .add(new BigInteger(shard.hashKeyRange().endingHashKey()))
                        .shiftRight(1);
        kinesis.splitShard(split ->
                split.streamName(name)
                        .shardToSplit(shard.shardId())
                        .newStartingHashKey(middle.toString()));
        awaitActive();
    }

    void merge(Shard one, Shard next) {
        kinesis.mergeShards(merge ->
                merge.streamName(name)
                        .shardToMerge(one.shardId())
                        .adjacentShardToMerge(next.shardId()));
        awaitActive();
    }

    void put(List<SaleRecorded> sales) {
        for (int from = 0; from < sales.size(); from += BATCH) {
            List<SaleRecorded> some = sales.subList(from, Math.min(from + BATCH, sales.size()));
            var answer =
                    kinesis.putRecords(put ->
                            put.streamName(name).records(some.stream().map(this::entry).toList()));
            if (answer.failedRecordCount() > 0) {
                throw new IllegalStateException(answer.failedRecordCount() + " records failed");
            }
        }
    }

    void put(String store, String data) {
        put(store, SdkBytes.fromUtf8String(data));
    }

    private void put(String store, SdkBytes data) {
        kinesis.putRecord(put -> put.streamName(name).partitionKey(store).data(data));
    }

    /** As KPL does: one record for the sales of each store. */
    void putAggregated(List<SaleRecorded> sales) {
        sales.stream()
                .collect(Collectors.groupingBy(sale -> sale.storeId().value()))
                .forEach((store, some) -> {
                    List<String> events = some.stream().map(codec::encode).toList();
                    put(store, SdkBytes.fromByteArray(KplRecord.of(store, events)));
                });
    }

    private static BigInteger firstHash(Shard shard) {
        return new BigInteger(shard.hashKeyRange().startingHashKey());
    }

    private void awaitActive() {
        await().atMost(ACTIVE)
                .until(() ->
                        kinesis.describeStreamSummary(describe -> describe.streamName(name))
                                        .streamDescriptionSummary()
                                        .streamStatus()
                                == StreamStatus.ACTIVE);
    }

    private PutRecordsRequestEntry entry(SaleRecorded sale) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(sale.storeId().value())
                .data(SdkBytes.fromUtf8String(codec.encode(sale)))
                .build();
    }

    @Override
    public void close() {
        kinesis.close();
    }
}
