package dev.tillstream.access.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.access.key.AccessKey;
import dev.tillstream.access.key.KeyOffice;
import dev.tillstream.access.key.KeyOffice.Issued;
import dev.tillstream.access.key.Role;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownKeysTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final FakeTable table = new FakeTable();
    private final AtomicLong nanos = new AtomicLong();
    private final KeyOffice office = new KeyOffice(table, this::now, new SecureRandom());
    private final KnownKeys keys =
            new KnownKeys(
                    table,
                    new Freshness(
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(5),
                            Duration.ofMinutes(15),
                            100,
                            2),
                    this::now,
                    nanos::get);

    @Test
    void looksAKeyUpOnceInTenSeconds() {
        AccessKey key = office.create(Role.READER).key();
        for (int i = 0; i < 100; i++) {
            assertThat(keys.judge(key)).isInstanceOf(Verdict.Good.class);
        }
        assertThat(table.lookups).hasValue(1);

        pass(Duration.ofSeconds(10));
        assertThat(keys.judge(key)).isInstanceOf(Verdict.Good.class);
        assertThat(table.lookups).hasValue(2);
    }

    @Test
    void seesARevocationAfterTenSecondsAtTheLatest() {
        Issued issued = office.create(Role.READER);
        keys.judge(issued.key());
        office.revoke(issued.stored().id());

        pass(Duration.ofMillis(9_999));
        assertThat(keys.judge(issued.key())).isInstanceOf(Verdict.Good.class);
        pass(Duration.ofMillis(1));
        assertThat(keys.judge(issued.key())).isInstanceOf(Verdict.Bad.class);
    }

    @Test
    void theSecretBeforeIsGoodUntilItsEndWithoutALookup() {
        Issued first = office.create(Role.READER);
        AccessKey second = office.rotate(first.stored().id(), Duration.ofSeconds(3)).key();

        assertThat(keys.judge(first.key())).isInstanceOf(Verdict.Good.class);
        assertThat(keys.judge(second)).isInstanceOf(Verdict.Good.class);
        pass(Duration.ofSeconds(3));
        assertThat(keys.judge(first.key())).isInstanceOf(Verdict.Bad.class);
        assertThat(keys.judge(second)).isInstanceOf(Verdict.Good.class);
        assertThat(table.lookups).hasValue(2);
    }

    @Test
    void anotherSecretOfAKnownIdIsBad() {
        Issued issued = office.create(Role.READER);
        AccessKey old = issued.key();
        office.rotate(issued.stored().id(), Duration.ZERO);

        assertThat(keys.judge(old)).isInstanceOf(Verdict.Bad.class);
    }

    @Test
    void anUnknownIdIsAskedForAgainOnlyAfterFiveSeconds() {
        AccessKey stranger = stranger();
        keys.judge(stranger);
        pass(Duration.ofMillis(4_999));
        assertThat(keys.judge(stranger)).isInstanceOf(Verdict.Bad.class);
        assertThat(table.lookups).hasValue(1);

        pass(Duration.ofMillis(1));
        keys.judge(stranger);
        assertThat(table.lookups).hasValue(2);
    }

    @Test
    void knownKeysStayGoodWhileTheTableIsDownAndOthersAreUnclear() {
        AccessKey key = office.create(Role.READER).key();
        AccessKey late = office.create(Role.READER).key();
        keys.judge(key);
        table.down = true;

        for (int second = 0; second < 899; second += 29) {
            assertThat(keys.judge(key)).as("after %d s", second).isInstanceOf(Verdict.Good.class);
            pass(Duration.ofSeconds(29));
        }
        assertThat(keys.judge(late)).isInstanceOf(Verdict.Unclear.class);
        assertThat(keys.judge(key)).isInstanceOf(Verdict.Good.class);
        pass(Duration.ofSeconds(1));
        assertThat(keys.judge(key)).isInstanceOf(Verdict.Unclear.class);

        table.down = false;
        assertThat(keys.judge(key)).isInstanceOf(Verdict.Good.class);
        assertThat(keys.judge(late)).isInstanceOf(Verdict.Good.class);
    }

    @Test
    void aTableThatIsDownIsNotAskedByEveryRequest() {
        AccessKey key = office.create(Role.READER).key();
        keys.judge(key);
        table.down = true;
        pass(Duration.ofSeconds(10));
        for (int i = 0; i < 100; i++) {
            keys.judge(key);
        }
        assertThat(table.lookups).hasValue(2);
    }

    @Test
    void requestsOfOneKeyShareALookup() throws Exception {
        AccessKey key = office.create(Role.READER).key();
        table.gate = new CountDownLatch(1);
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verdict>> verdicts =
                    IntStream.range(0, 50)
                            .mapToObj(i -> tills.submit(() -> keys.judge(key)))
                            .toList();
            await().atMost(Duration.ofSeconds(5)).until(() -> table.lookups.get() == 1);
            table.gate.countDown();
            for (Future<Verdict> verdict : verdicts) {
                assertThat(verdict.get()).isInstanceOf(Verdict.Good.class);
            }
        }
        assertThat(table.lookups).hasValue(1);
    }

    @Test
    void aFloodOfInventedKeysIsBoundedAndPushesNoKeyOut() throws Exception {
        AccessKey key = office.create(Role.READER).key();
        keys.judge(key);
        for (int i = 0; i < 1_000; i++) {
            keys.judge(stranger());
        }
        int before = table.lookups.get();
        assertThat(keys.judge(key)).isInstanceOf(Verdict.Good.class);
        assertThat(table.lookups).hasValue(before);

        table.gate = new CountDownLatch(1);
        try (ExecutorService thieves = Executors.newVirtualThreadPerTaskExecutor()) {
            thieves.execute(() -> keys.judge(stranger()));
            thieves.execute(() -> keys.judge(stranger()));
            await().atMost(Duration.ofSeconds(5)).until(() -> table.lookups.get() == before + 2);
            // Both lookups that may be under way are: nobody waits for a third.
            assertThat(keys.judge(stranger())).isInstanceOf(Verdict.Unclear.class);
            pass(Duration.ofSeconds(10));
            assertThat(keys.judge(key)).isInstanceOf(Verdict.Good.class);
            table.gate.countDown();
        }
    }

    /** A key that fits in everything, made for another table. */
    private AccessKey stranger() {
        return new KeyOffice(new FakeTable(), this::now, new SecureRandom())
                .create(Role.READER)
                .key();
    }

    private Instant now() {
        return START.plusNanos(nanos.get());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
