package dev.tillstream.consumer.sqs;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Up while the queue answers. */
final class QueueHealthIndicator extends AbstractHealthIndicator {

    /** Shorter than the timeout of the probes that ask. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SqsAsyncClient client;
    private final String queue;

    /** Of a queue, by its name. */
    QueueHealthIndicator(SqsAsyncClient client, String queue) {
        super("the queue does not answer");
        this.client = client;
        this.queue = queue;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws Exception {
        String url =
                client.getQueueUrl(request ->
                                request.queueName(queue)
                                        .overrideConfiguration(o -> o.apiCallTimeout(PATIENCE)))
                        .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .queueUrl();
        builder.up().withDetail("queue", url);
    }
}
