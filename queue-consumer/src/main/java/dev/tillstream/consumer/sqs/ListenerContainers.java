package dev.tillstream.consumer.sqs;

import static io.awspring.cloud.sqs.listener.backpressure.BackPressureHandlerFactories.compositeBackPressureHandler;
import static io.awspring.cloud.sqs.listener.backpressure.BackPressureHandlerFactories.concurrencyLimiterBackPressureHandler;
import static io.awspring.cloud.sqs.listener.backpressure.BackPressureHandlerFactories.fullBatchBackPressureHandler;

import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;
import io.awspring.cloud.sqs.listener.errorhandler.AsyncErrorHandler;
import io.awspring.cloud.sqs.listener.errorhandler.ExponentialBackoffErrorHandler;
import io.awspring.cloud.sqs.listener.errorhandler.Jitter;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** How a queue is polled: long polls, bounded concurrency, and a stop that drains. */
final class ListenerContainers {

    private ListenerContainers() {}

    /**
     * What {@code @SqsListener} methods run in.
     *
     * @param watch is told of each message
     */
    static SqsMessageListenerContainerFactory<Object> of(
            SqsAsyncClient client, QueueSettings settings, MessageWatch watch) {
        return SqsMessageListenerContainerFactory.builder()
                .sqsAsyncClient(client)
                .errorHandler(new Redelivery(backoff(settings), watch))
                .messageInterceptor(watch)
                .configure(options ->
                        options
                                // A stack makes queues; a service that made its own would
                                // hide a wrong name.
                                .queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
                                .maxConcurrentMessages(settings.concurrency())
                                // No poll asks for less, and a few slow messages hold up none.
                                .maxMessagesPerPoll(
                                        Math.min(10, Math.ceilDiv(settings.concurrency(), 2)))
                                .pollTimeout(settings.poll())
                                .backPressureHandlerFactory(
                                        compositeBackPressureHandler(
                                                concurrencyLimiterBackPressureHandler(),
                                                fullBatchBackPressureHandler(),
                                                any -> new PollPace(settings.linger())))
                                .messageVisibility(settings.visibility())
                                .listenerShutdownTimeout(settings.drain())
                                .acknowledgementShutdownTimeout(settings.drain())
                                .componentsTaskExecutor(new VirtualThreadTaskExecutor("message-")))
                .build();
    }

    private static AsyncErrorHandler<Object> backoff(QueueSettings settings) {
        return ExponentialBackoffErrorHandler.builder()
                .initialVisibilityTimeoutSeconds((int) settings.firstRetry().toSeconds())
                .multiplier(4)
                .maxVisibilityTimeoutSeconds((int) settings.lastRetry().toSeconds())
                .jitter(Jitter.HALF)
                .build();
    }
}
