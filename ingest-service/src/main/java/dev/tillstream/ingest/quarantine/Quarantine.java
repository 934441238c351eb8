package dev.tillstream.ingest.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tillstream.ingest.intake.Observer;
import dev.tillstream.ingest.intake.Outcome;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps items that were refused for good, an object per flush, one JSON object a line. It never
 * delays an answer: what there is no room for is dropped and counted. Items that may succeed later
 * are not for it, since they come again.
 *
 * <p>Keys are {@code <prefix>YYYY/MM/DD/HH/<YYYYMMDD'T'HHMMSS.mmm'Z'>-<instance>-<n>.ndjson}: the
 * time of the flush in UTC, the instance that wrote it, and how many it had written before. An
 * object whose put failed is put again under the same key.
 */
final class Quarantine implements Observer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);
    private static final DateTimeFormatter FOLDER = utc("yyyy/MM/dd/HH/");
    private static final DateTimeFormatter TIME = utc("yyyyMMdd'T'HHmmss.SSS'Z'");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Shelf shelf;
    private final QuarantineSettings settings;
    private final String instance;
    private final InstantSource clock;
    private final BlockingQueue<RefusedItem> held;
    private final Counter kept;
    private final Counter dropped;
    private final List<RefusedItem> flushing = new ArrayList<>();
    private String key = "";
    private long flushes;

    /** The instance tells keys of one process from those of another. */
    Quarantine(
            Shelf shelf,
            QuarantineSettings settings,
            String instance,
            InstantSource clock,
            MeterRegistry meters) {
        this.shelf = shelf;
        this.settings = settings;
        this.instance = instance;
        this.clock = clock;
        this.held = new ArrayBlockingQueue<>(settings.maxHeld());
        this.kept = counter(meters, "kept", "Refused items that were put into quarantine");
        this.dropped = counter(meters, "dropped", "Refused items that quarantine had no room for");
    }

    @Override
    public void saw(byte[] item, Outcome outcome) {
        if (outcome instanceof Rejected why && !why.retryable() && !held.offer(line(item, why))) {
            dropped.increment();
        }
    }

    /** Puts what is held, if anything; what can't be put is tried again with the next flush. */
    synchronized void flush() {
        if (flushing.isEmpty()) {
            held.drainTo(flushing);
            key = nextKey();
        }
        if (flushing.isEmpty()) {
            return;
        }
        try {
            shelf.put(key, lines());
            kept.increment(flushing.size());
            flushing.clear();
            flushes++;
        } catch (RuntimeException e) {
            LOG.warn("{} refused items are not in quarantine yet", flushing.size(), e);
        }
    }

    @Override
    public void close() {
        flush();
        dropped.increment(flushing.size() + held.size());
    }

    private String nextKey() {
        Instant now = clock.instant();
        return "%s%s%s-%s-%d.ndjson"
                .formatted(
                        settings.prefix(), FOLDER.format(now), TIME.format(now), instance, flushes);
    }

    private RefusedItem line(byte[] item, Rejected why) {
        int size = Math.min(item.length, Math.toIntExact(settings.maxBody().toBytes()));
        byte[] body = Arrays.copyOf(item, size);
        return new RefusedItem(
                clock.instant(),
                why.code(),
                why.field(),
                why.reason(),
                StoreNamed.in(body),
                item.length,
                new String(body, UTF_8));
    }

    private byte[] lines() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (RefusedItem item : flushing) {
            lines.writeBytes(JSON.writeValueAsBytes(item));
            lines.write('\n');
        }
        return lines.toByteArray();
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder("tillstream.ingest.quarantine." + name)
                .description(description)
                .register(meters);
    }
}
