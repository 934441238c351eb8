package dev.tillstream.analytics.kinesis;

import dev.tillstream.analytics.window.KeyRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;

/** The shards of a stream, closed ones too as long as they hold records. */
final class Shards {

    private final KinesisAsyncClient kinesis;
    private final String stream;

    Shards(KinesisAsyncClient kinesis, String stream) {
        this.kinesis = kinesis;
        this.stream = stream;
    }

    List<Shard> list() {
        List<Shard> shards = new ArrayList<>();
        @Nullable String next = null;
        do {
            ListShardsResponse page = kinesis.listShards(page(next)).join();
            shards.addAll(page.shards());
            next = page.nextToken();
        } while (next != null);
        return shards;
    }

    KeyRange rangeOf(String shardId) {
        return list().stream()
                .filter(shard -> shard.shardId().equals(shardId))
                .map(Shard::hashKeyRange)
                .map(range ->
                        new KeyRange(
                                new BigInteger(range.startingHashKey()),
                                new BigInteger(range.endingHashKey())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(stream + " has no " + shardId));
    }

    /** A token stands for the stream: naming both is an error. */
    private ListShardsRequest page(@Nullable String token) {
        var request = ListShardsRequest.builder();
        return (token == null ? request.streamName(stream) : request.nextToken(token)).build();
    }
}
