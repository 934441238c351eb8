package dev.tillstream.consumer.sqs;

import dev.tillstream.contract.EventRejectedException;
import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.Visibility;
import io.awspring.cloud.sqs.listener.errorhandler.AsyncErrorHandler;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.messaging.Message;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says when a message that failed comes again: at once if it can never be read, so that it reaches
 * the dead-letter queue without delay, else as the given handler says.
 *
 * <p>Each failure is a line in the log, with a stack trace only where the fault may be ours; the
 * framework's own line is switched off in application.yaml.
 */
final class Redelivery implements AsyncErrorHandler<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(Redelivery.class);

    private final AsyncErrorHandler<Object> backoff;
    private final MessageWatch watch;

    Redelivery(AsyncErrorHandler<Object> backoff, MessageWatch watch) {
        this.backoff = backoff;
        this.watch = watch;
    }

    @Override
    public CompletableFuture<Void> handle(Message<Object> message, Throwable failure) {
        watch.release(message);
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
        Object id = message.getHeaders().getId();
        if (cause instanceof EventRejectedException) {
            LOG.warn(
                    "Message {} is no event, the queue's redrive takes it away: {}",
                    id,
                    reason(cause));
            return visibility(message)
                    .changeToAsync(0)
                    .thenCompose(changed -> CompletableFuture.failedFuture(failure));
        }
        if (cause instanceof SdkException || cause instanceof IOException) {
            LOG.warn("Message {} could not be handled and comes again: {}", id, reason(cause));
        } else {
            LOG.error("Message {} could not be handled and comes again", id, cause);
        }
        return backoff.handle(message, failure);
    }

    private static String reason(Throwable cause) {
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
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
