package dev.tillstream.warehouse.sqs;

import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.warehouse.stock.StockBook;
import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;
import io.awspring.cloud.sqs.listener.errorhandler.AsyncErrorHandler;
import io.awspring.cloud.sqs.listener.errorhandler.ExponentialBackoffErrorHandler;
import io.awspring.cloud.sqs.listener.errorhandler.Jitter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Wires the queue to the stock. */
@Configuration(proxyBeanMethods = false)
class SqsConfiguration {

    @Bean
    StockListener stockListener(StockBook book, MeterRegistry meters) {
        return new StockListener(new EventCodec(), book, meters);
    }

    @Bean
    HealthIndicator queueHealthIndicator(SqsAsyncClient client, SqsSettings settings) {
        return new QueueHealthIndicator(client, settings.queue());
    }

    @Bean
    SqsMessageListenerContainerFactory<Object> defaultSqsListenerContainerFactory(
            SqsAsyncClient client, SqsSettings settings) {
        return SqsMessageListenerContainerFactory.builder()
                .sqsAsyncClient(client)
                .errorHandler(new Redelivery(backoff(settings)))
                .configure(options ->
                        options
                                // A stack makes queues; a service that made its own would
                                // hide a wrong name.
                                .queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
                                .maxConcurrentMessages(settings.concurrency())
                                .maxMessagesPerPoll(Math.min(10, settings.concurrency()))
                                .pollTimeout(settings.poll())
                                .listenerShutdownTimeout(settings.drain())
                                .acknowledgementShutdownTimeout(settings.drain())
                                .componentsTaskExecutor(new VirtualThreadTaskExecutor("stock-")))
                .build();
    }

    private static AsyncErrorHandler<Object> backoff(SqsSettings settings) {
        return ExponentialBackoffErrorHandler.builder()
                .initialVisibilityTimeoutSeconds((int) settings.firstRetry().toSeconds())
                .multiplier(3)
                .maxVisibilityTimeoutSeconds((int) settings.lastRetry().toSeconds())
                .jitter(Jitter.HALF)
                .build();
    }
}
