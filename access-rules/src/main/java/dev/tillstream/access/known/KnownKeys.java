package dev.tillstream.access.known;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tillstream.access.key.AccessKey;
import dev.tillstream.access.key.KeySource;
import dev.tillstream.access.key.KeysUnavailableException;
import dev.tillstream.access.key.StoredKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges keys by what the table said lately, so that a request costs one hash and rarely a lookup.
 *
 * <p>Each key is looked up again once {@link Freshness#known} has passed, by one request while
 * others of the same key wait for it. When the table can't be asked, keys that were good stay so
 * for {@link Freshness#outage}; those that were never seen are unclear. Invented ids are remembered
 * apart from keys, so that a flood of them pushes no key out.
 */
public final class KnownKeys {

    private final KeySource source;
    private final Freshness freshness;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Cache<String, Seen> known;
    private final Cache<String, Long> unknown;
    private final Semaphore room;
    private final ConcurrentMap<String, CompletableFuture<Answer>> underWay =
            new ConcurrentHashMap<>();

    /**
     * Knows no key yet.
     *
     * @param source must bound the time of its answers
     * @param clock for when a secret ends
     * @param nanos for the age of answers: it must not jump
     */
    public KnownKeys(
            KeySource source, Freshness freshness, InstantSource clock, LongSupplier nanos) {
        this.source = source;
        this.freshness = freshness;
        this.clock = clock;
        this.nanos = nanos;
        known = Caffeine.newBuilder().maximumSize(freshness.size()).build();
        unknown = Caffeine.newBuilder().maximumSize(freshness.size()).build();
        room = new Semaphore(freshness.lookups());
    }

    /**
     * A key of the table.
     *
     * @param read when the table last said so
     * @param asked when the table was last asked, with or without an answer
     */
    private record Seen(StoredKey key, long read, long asked) {}

    /** What is known after a look: a key, that there is none, or nothing. */
    private record Answer(@Nullable StoredKey key, boolean isClear) {

        static final Answer NO_KEY = new Answer(null, true);
        static final Answer UNCLEAR = new Answer(null, false);
    }

    public Verdict judge(AccessKey key) {
        Answer answer = find(key.id());
        if (!answer.isClear) {
            return new Verdict.Unclear();
        }
        return answer.key != null && answer.key.accepts(key.hash(), clock.instant())
                ? new Verdict.Good(answer.key)
                : new Verdict.Bad();
    }

    private Answer find(String id) {
        long now = nanos.getAsLong();
        Seen seen = known.getIfPresent(id);
        if (seen != null
                && isYoung(seen.asked, now, freshness.known())
                && isYoung(seen.read, now, freshness.outage())) {
            return new Answer(seen.key, true);
        }
        Long missed = unknown.getIfPresent(id);
        if (missed != null && isYoung(missed, now, freshness.unknown())) {
            return Answer.NO_KEY;
        }
        return lookUpOnce(id, seen, now);
    }

    private Answer lookUpOnce(String id, @Nullable Seen seen, long now) {
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> others = underWay.putIfAbsent(id, mine);
        if (others != null) {
            return others.join();
        }
        try {
            Answer answer = lookUp(id, seen, now);
            mine.complete(answer);
            return answer;
        } finally {
            underWay.remove(id, mine);
            // Only after an error of ours; those who wait must not do so for ever.
            mine.complete(Answer.UNCLEAR);
        }
    }

    private Answer lookUp(String id, @Nullable Seen seen, long now) {
        if (!room.tryAcquire()) {
            return withoutTable(id, seen, now);
        }
        try {
            Optional<StoredKey> found = source.find(id);
            return found.map(key -> isThere(key, now)).orElseGet(() -> isNotThere(id, now));
        } catch (KeysUnavailableException e) {
            return withoutTable(id, seen, now);
        } finally {
            room.release();
        }
    }

    private Answer isThere(StoredKey key, long now) {
        known.put(key.id(), new Seen(key, now, now));
        unknown.invalidate(key.id());
        return new Answer(key, true);
    }

    private Answer isNotThere(String id, long now) {
        known.invalidate(id);
        unknown.put(id, now);
        return Answer.NO_KEY;
    }

    /** The next try is as far off as after an answer: each one may take its whole timeout. */
    private Answer withoutTable(String id, @Nullable Seen seen, long now) {
        if (seen == null || !isYoung(seen.read, now, freshness.outage())) {
            return Answer.UNCLEAR;
        }
        known.put(id, new Seen(seen.key, seen.read, now));
        return new Answer(seen.key, true);
    }

    private static boolean isYoung(long then, long now, Duration limit) {
        return now - then < limit.toNanos();
    }
}
