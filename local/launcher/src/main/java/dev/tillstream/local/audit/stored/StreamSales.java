package dev.tillstream.local.audit.stored;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.local.audit.AcceptedSale;
import dev.tillstream.producer.envelope.Envelope;
import dev.tillstream.producer.kinesis.UserRecords;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/**
 * Sales that a producer put on the stream past the bus: no archive has them, and neither dispatch
 * nor warehouse. What the stream has forgotten by now isn't found.
 */
final class StreamSales {

    /** In a row: a stream may answer without records before its end, but not for ever. */
    private static final int MOST_EMPTY = 50;

    private final EventCodec codec = new EventCodec(Integer.MAX_VALUE);
    private final KinesisClient kinesis;
    private final String stream;
    private final Map<String, String> read = new HashMap<>();
    private final Map<String, AcceptedSale> sales = new HashMap<>();

    StreamSales(KinesisClient kinesis, String stream) {
        this.kinesis = kinesis;
        this.stream = stream;
    }

    /** Adds what came since the last reading. */
    void readNew() {
        try {
            for (Shard shard : kinesis.listShards(list -> list.streamName(stream)).shards()) {
                read(shard.shardId());
            }
        } catch (ResourceNotFoundException e) {
            // Without a stream, nothing was put on it.
        }
    }

    Map<String, AcceptedSale> sales() {
        return sales;
    }

    private void read(String shard) {
        String iterator = iterator(shard, read.get(shard));
        int empty = 0;
        while (iterator != null && empty < MOST_EMPTY) {
            String from = iterator;
            GetRecordsResponse answer = kinesis.getRecords(get -> get.shardIterator(from));
            for (Record record : answer.records()) {
                UserRecords.of(record.data().asByteArrayUnsafe()).forEach(this::add);
                read.put(shard, record.sequenceNumber());
            }
            empty = answer.records().isEmpty() ? empty + 1 : 0;
            boolean atTip = answer.records().isEmpty() && answer.millisBehindLatest() == 0;
            iterator = atTip ? null : answer.nextShardIterator();
        }
    }

    private String iterator(String shard, @Nullable String last) {
        GetShardIteratorRequest.Builder request =
                GetShardIteratorRequest.builder().streamName(stream).shardId(shard);
        return kinesis.getShardIterator(
                        last == null
                                ? request.shardIteratorType(ShardIteratorType.TRIM_HORIZON).build()
                                : request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                                        .startingSequenceNumber(last)
                                        .build())
                .shardIterator();
    }

    /** The first content of an identity wins. */
    private void add(byte[] data) {
        if (!new String(data, StandardCharsets.UTF_8).contains(Envelope.PAST_THE_BUS)) {
            return;
        }
        try {
            if (codec.decode(data) instanceof SaleRecorded sale) {
                sales.putIfAbsent(sale.identity().id(), AcceptedSale.of(sale));
            }
        } catch (EventRejectedException e) {
            // Analytics puts it into quarantine; it has no money to account for.
        }
    }
}
