package dev.tillstream.analytics.kinesis;

import dev.tillstream.analytics.kinesis.metrics.KclMetrics;
import dev.tillstream.analytics.kinesis.read.ReadSize;
import dev.tillstream.analytics.kinesis.read.WatchedFetcher;
import dev.tillstream.analytics.watch.Pulses;
import io.micrometer.core.instrument.MeterRegistry;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.coordinator.CoordinatorConfig;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.coordinator.WorkerStateChangeListener;
import software.amazon.kinesis.leases.LeaseManagementConfig;
import software.amazon.kinesis.processor.ShardRecordProcessorFactory;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.RetrievalConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/** Turns settings into KCL's many configurations. */
final class SchedulerFactory {

    private final KinesisAsyncClient kinesis;
    private final DynamoDbAsyncClient dynamo;
    private final CloudWatchAsyncClient cloudWatch;
    private final LeaseSeeder seeder;
    private final KinesisSettings settings;
    private final String workerId;
    private final MeterRegistry registry;

    SchedulerFactory(
            KinesisAsyncClient kinesis,
            DynamoDbAsyncClient dynamo,
            CloudWatchAsyncClient cloudWatch,
            LeaseSeeder seeder,
            KinesisSettings settings,
            String workerId,
            MeterRegistry registry) {
        this.kinesis = kinesis;
        this.dynamo = dynamo;
        this.cloudWatch = cloudWatch;
        this.seeder = seeder;
        this.settings = settings;
        this.workerId = workerId;
        this.registry = registry;
    }

    Scheduler create(
            SourceStream stream,
            ShardRecordProcessorFactory processors,
            WorkerStateChangeListener listener,
            Pulses pulses) {
        if (settings.leases().seed()) {
            seeder.seed(stream.application(), new Shards(kinesis, stream.name()));
        }
        // From the oldest record on: the windows table makes reading again harmless.
        var tracker =
                new SingleStreamTracker(
                        stream.name(),
                        InitialPositionInStreamExtended.newInitialPosition(
                                InitialPositionInStream.TRIM_HORIZON));
        var configs =
                new ConfigsBuilder(
                        tracker,
                        stream.application(),
                        kinesis,
                        dynamo,
                        cloudWatch,
                        workerId,
                        processors);
        return new Scheduler(
                configs.checkpointConfig(),
                coordinator(configs.coordinatorConfig(), listener),
                leases(configs.leaseManagementConfig()),
                configs.lifecycleConfig(),
                // Without this KCL would call CloudWatch.
                configs.metricsConfig().metricsFactory(new KclMetrics(registry, stream.logical())),
                // The shard's clock goes on, and windows are closed, while no records come.
                configs.processorConfig().callProcessRecordsEvenForEmptyRecordList(true),
                retrieval(configs.retrievalConfig(), stream, pulses));
    }

    private CoordinatorConfig coordinator(
            CoordinatorConfig config, WorkerStateChangeListener listener) {
        return config.workerStateChangeListener(listener)
                .parentShardPollIntervalMillis(settings.leases().parentPoll().toMillis())
                .skipShardSyncAtWorkerInitializationIfLeasesExist(settings.leases().seed());
    }

    private LeaseManagementConfig leases(LeaseManagementConfig config) {
        KinesisSettings.Leases leases = settings.leases();
        config.failoverTimeMillis(leases.failover().toMillis())
                .leaseAssignmentIntervalMillis(leases.assignment().toMillis())
                .shardSyncIntervalMillis(leases.shardSync().toMillis())
                .dynamoDbLockBasedLeaderLeaseDurationInMillis(leases.leader().toMillis())
                .dynamoDbLockBasedLeaderHeartbeatPeriodInMillis(leases.leaderHeartbeat().toMillis())
                .workerUtilizationAwareAssignmentConfig()
                .workerMetricsReporterFreqInMillis(leases.workerMetrics().toMillis());
        return config;
    }

    private RetrievalConfig retrieval(RetrievalConfig config, SourceStream stream, Pulses pulses) {
        var polling =
                new PollingConfig(stream.name(), kinesis)
                        .maxRecords(settings.maxRecords())
                        .dataFetcherProvider(shard ->
                                new WatchedFetcher(
                                        kinesis,
                                        shard,
                                        new ReadSize(settings.maxRecords(), settings.maxRead()),
                                        pulses))
                        .idleTimeBetweenReadsInMillis(settings.pollInterval().toMillis());
        // One waits while another is worked on, of each shard.
        polling.recordsFetcherFactory().maxPendingProcessRecordsInput(1);
        return config.retrievalSpecificConfig(polling);
    }
}
