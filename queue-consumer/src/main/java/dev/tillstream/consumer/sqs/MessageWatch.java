package dev.tillstream.consumer.sqs;

import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.Visibility;
import io.awspring.cloud.sqs.listener.interceptor.AsyncMessageInterceptor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Watches messages while they are worked on: keeps the slow ones from coming again meanwhile, up to
 * a bound, and measures how long messages waited and how often they came.
 */
final class MessageWatch extends Rounds implements AsyncMessageInterceptor<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(MessageWatch.class);

    private final QueueSettings settings;
    private final InstantSource clock;
    private final Map<UUID, Work> underWay = new ConcurrentHashMap<>();
    private final Timer age;
    private final Counter retries;
    private final Counter extensions;

    /** A watch over the messages of one queue. */
    MessageWatch(QueueSettings settings, InstantSource clock, MeterRegistry registry) {
        super("message-watch", settings.visibility().dividedBy(6));
        this.settings = settings;
        this.clock = clock;
        age =
                Timer.builder("tillstream.queue.age")
                        .description("From a message's arrival in the queue to its first receipt")
                        .register(registry);
        retries =
                Counter.builder("tillstream.queue.retries")
                        .description("Messages received that had been received before")
                        .register(registry);
        extensions =
                Counter.builder("tillstream.queue.extensions")
                        .description("Times that slow work on a message was given more time")
                        .register(registry);
    }

    @Override
    public CompletableFuture<Message<Object>> intercept(Message<Object> message) {
        measure(message);
        UUID id = message.getHeaders().getId();
        Visibility visibility =
                message.getHeaders()
                        .get(SqsHeaders.SQS_VISIBILITY_TIMEOUT_HEADER, Visibility.class);
        if (id != null && visibility != null) {
            Instant now = clock.instant();
            underWay.put(id, new Work(visibility, now, now));
        }
        return CompletableFuture.completedFuture(message);
    }

    @Override
    public CompletableFuture<Void> afterProcessing(
            Message<Object> message, @Nullable Throwable failure) {
        release(message);
        return CompletableFuture.completedFuture(null);
    }

    /** From now on the message's visibility is somebody else's business. */
    void release(Message<Object> message) {
        UUID id = message.getHeaders().getId();
        if (id != null) {
            underWay.remove(id);
        }
    }

    private void measure(Message<Object> message) {
        var received =
                message.getHeaders()
                        .get(
                                SqsHeaders.SQS_SOURCE_DATA_HEADER,
                                software.amazon.awssdk.services.sqs.model.Message.class);
        if (received == null) {
            return;
        }
        String times =
                received.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
        String sent = received.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
        if (times != null && Integer.parseInt(times) > 1) {
            retries.increment();
        } else if (sent != null) {
            age.record(
                    Duration.between(Instant.ofEpochMilli(Long.parseLong(sent)), clock.instant()));
        }
    }

    @Override
    void round() {
        Instant now = clock.instant();
        underWay.forEach((id, work) -> extendIfDue(id, work, now));
    }

    /** At half of its time; what takes longer than it may comes again. */
    private void extendIfDue(UUID id, Work work, Instant now) {
        if (now.isBefore(work.since().plus(settings.visibility().dividedBy(2)))) {
            return;
        }
        if (now.isAfter(work.begun().plus(settings.longestWork()))) {
            LOG.warn("Work on a message takes longer than {}", settings.longestWork());
            underWay.remove(id, work);
            return;
        }
        if (underWay.replace(id, work, new Work(work.visibility(), work.begun(), now))) {
            extensions.increment();
            CompletableFuture<Void> ignored =
                    work.visibility()
                            .changeToAsync((int) settings.visibility().toSeconds())
                            .exceptionally(e -> {
                                LOG.warn("Can't give work on a message more time", e);
                                return null;
                            });
        }
    }

    /** Listeners have a later phase: they start after and stop before it. */
    @Override
    public int getPhase() {
        return 0;
    }

    private record Work(Visibility visibility, Instant begun, Instant since) {}
}
