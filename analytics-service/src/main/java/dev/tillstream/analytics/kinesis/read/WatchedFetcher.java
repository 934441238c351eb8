package dev.tillstream.analytics.kinesis.read;

import dev.tillstream.analytics.watch.Pulses;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.kinesis.retrieval.DataFetcherProviderConfig;
import software.amazon.kinesis.retrieval.DataFetcherResult;
import software.amazon.kinesis.retrieval.polling.KinesisDataFetcher;

/**
 * Asks for a shard's records, no more than may be in memory, and tells of each time that KCL does
 * so, whatever the answer is: without one KCL doesn't call the shard's processor, but still does
 * its work.
 */
public final class WatchedFetcher extends KinesisDataFetcher {

    private final ReadSize size;
    private final Pulses pulses;
    private final String shard;

    public WatchedFetcher(
            KinesisAsyncClient kinesis,
            DataFetcherProviderConfig config,
            ReadSize size,
            Pulses pulses) {
        super(kinesis, config);
        this.size = size;
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

    @Override
    public GetRecordsRequest getGetRecordsRequest(String nextIterator) {
        return super.getGetRecordsRequest(nextIterator).toBuilder().limit(size.limit()).build();
    }

    @Override
    public GetRecordsResponse getGetRecordsResponse(GetRecordsRequest request)
            throws ExecutionException, InterruptedException, TimeoutException {
        GetRecordsResponse response = super.getGetRecordsResponse(request);
        size.learnFrom(response.records());
        return response;
    }
}
