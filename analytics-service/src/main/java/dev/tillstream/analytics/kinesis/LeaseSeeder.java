package dev.tillstream.analytics.kinesis;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.kinesis.common.HashKeyRangeForLease;
import software.amazon.kinesis.leases.Lease;
import software.amazon.kinesis.leases.dynamodb.DynamoDBLeaseSerializer;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/**
 * Writes one lease for each shard that has none, as KCL would do itself once its workers have
 * elected a leader: a desk need not wait for an election of one.
 */
final class LeaseSeeder {

    private static final Logger log = LoggerFactory.getLogger(LeaseSeeder.class);

    private final DynamoDbAsyncClient dynamo;
    private final String workerId;
    private final DynamoDBLeaseSerializer serializer = new DynamoDBLeaseSerializer();

    LeaseSeeder(DynamoDbAsyncClient dynamo, String workerId) {
        this.dynamo = dynamo;
        this.workerId = workerId;
    }

    void seed(String table, Shards shards) {
        for (Shard shard : shards.list()) {
            try {
                dynamo.putItem(put ->
                                put.tableName(table)
                                        .item(serializer.toDynamoRecord(leaseOf(shard)))
                                        .conditionExpression("attribute_not_exists(leaseKey)"))
                        .join();
                log.info("Seeded the lease of {} in {}", shard.shardId(), table);
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof ConditionalCheckFailedException)) {
                    throw e;
                }
            }
        }
    }

    private Lease leaseOf(Shard shard) {
        var lease = new Lease();
        lease.leaseKey(shard.shardId());
        lease.leaseOwner(workerId);
        lease.leaseCounter(0L);
        lease.ownerSwitchesSinceCheckpoint(0L);
        lease.checkpoint(ExtendedSequenceNumber.TRIM_HORIZON);
        lease.parentShardIds(
                Stream.of(shard.parentShardId(), shard.adjacentParentShardId())
                        .filter(Objects::nonNull)
                        .toList());
        lease.hashKeyRange(HashKeyRangeForLease.fromHashKeyRange(shard.hashKeyRange()));
        return lease;
    }
}
