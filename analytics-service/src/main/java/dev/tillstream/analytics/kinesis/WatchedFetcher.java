package dev.tillstream.analytics.kinesis;

import dev.tillstream.analytics.watch.Pulses;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.retrieval.DataFetcherProviderConfig;
import software.amazon.kinesis.retrieval.DataFetcherResult;
import software.amazon.kinesis.retrieval.polling.KinesisDataFetcher;

/**
 * Tells of each time that KCL asks for a shard's records, whatever the answer is: without one KCL
 * doesn't call the shard's processor, but still does its work.
 */
final class WatchedFetcher extends KinesisDataFetcher {

    private final Pulses pulses;
    private final String shard;

    WatchedFetcher(KinesisAsyncClient kinesis, DataFetcherProviderConfig config, Pulses pulses) {
        super(kinesis, config);
        this.pulses = pulses;
        this.shard = config.getShardId();
    }

    @Override
    public DataFetcherResult getRecords() {
        pulses.asked(shard);
        try {
            return super.getRecords();
        } finally {
            pulses.asked(shard);
        }
    }
}
