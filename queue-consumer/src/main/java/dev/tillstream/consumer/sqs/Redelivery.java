package dev.tillstream.consumer.sqs;

import dev.tillstream.contract.EventRejectedException;
import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.Visibility;
import io.awspring.cloud.sqs.listener.errorhandler.AsyncErrorHandler;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.messaging.Message;

/**
 * Says when a message that failed comes again: at once if it can never be read, so that it reaches
 * the dead-letter queue without delay, else as the given handler says.
 */
final class Redelivery implements AsyncErrorHandler<Object> {

    private final AsyncErrorHandler<Object> backoff;
    private final MessageWatch watch;

    Redelivery(AsyncErrorHandler<Object> backoff, MessageWatch watch) {
        this.backoff = backoff;
        this.watch = watch;
    }

    @Override
    public CompletableFuture<Void> handle(Message<Object> message, Throwable failure) {
        watch.release(message);
        if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof EventRejectedException) {
            return visibility(message)
                    .changeToAsync(0)
                    .thenCompose(changed -> CompletableFuture.failedFuture(failure));
        }
        return backoff.handle(message, failure);
    }

    private static Visibility visibility(Message<Object> message) {
        Visibility visibility =
                message.getHeaders()
                        .get(SqsHeaders.SQS_VISIBILITY_TIMEOUT_HEADER, Visibility.class);
        if (visibility == null) {
            throw new IllegalStateException("the message did not come from a queue");
        }
        return visibility;
    }
}
