package dev.tillstream.analytics.live;

import static dev.tillstream.analytics.view.ViewFixture.SALES_REVENUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillstream.analytics.history.InMemoryHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LiveViewsTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final InMemoryHistory history = new InMemoryHistory();
    private final LiveViews live = LiveFixture.views(history, InstantSource.fixed(NOW));

    @BeforeEach
    void start() {
        live.start();
    }

    @AfterEach
    void stop() {
        live.stop();
    }

    @Test
    void tellsEachWatcherWhatHappensAfterItCame() throws InterruptedException {
        Watch one = live.watch(SALES_REVENUE, null);
        Watch other = live.watch(SALES_REVENUE, null);
        store(1, NOW);
        assertThat(one.next(SOON)).isInstanceOf(LiveEvent.RowStored.class);
        assertThat(other.next(SOON)).isInstanceOf(LiveEvent.RowStored.class);
    }

    @Test
    void tellsWhoComesAgainWhatItMissed() {
        store(1, NOW.minusSeconds(100));
        store(2, NOW.minusSeconds(50));
        Watch watch = live.watch(SALES_REVENUE, NOW.minusSeconds(50));
        assertThat(watch.backlog()).hasSize(1).allMatch(LiveEvent.RowStored.class::isInstance);
    }

    @Test
    void saysSoWhenTooMuchWasMissed() {
        assertThat(live.watch(SALES_REVENUE, NOW.minusSeconds(3601)).backlog())
                .containsExactly(new LiveEvent.Gap());
        for (int i = 0; i < 4; i++) {
            store(i, NOW.minusSeconds(1));
        }
        assertThat(live.watch(SALES_REVENUE, NOW.minusSeconds(2)).backlog())
                .containsExactly(new LiveEvent.Gap());
    }

    @Test
    void hasRoomForSoManyAndAgainWhenOneLeaves() {
        Watch one = live.watch(SALES_REVENUE, null);
        live.watch(SALES_REVENUE, null);
        assertThatThrownBy(() -> live.watch(SALES_REVENUE, null))
                .isInstanceOf(TooManyWatchersException.class)
                .hasMessageContaining("2 watchers");
        one.close();
        one.close();
        live.watch(SALES_REVENUE, null);
        assertThatThrownBy(() -> live.watch(SALES_REVENUE, null))
                .isInstanceOf(TooManyWatchersException.class);
    }

    @Test
    void cutsOffWhoeverDoesNotRead() {
        Watch lazy = live.watch(SALES_REVENUE, null);
        for (int i = 0; i < 30; i++) {
            store(i, NOW.plusMillis(i));
        }
        await().atMost(SOON).until(lazy::isClosed);
    }

    @Test
    void aViewThatWasLeftIsWatchedAgain() throws InterruptedException {
        live.watch(SALES_REVENUE, null).close();
        Watch next = live.watch(SALES_REVENUE, null);
        store(1, NOW);
        assertThat(next.next(SOON)).isNotNull();
    }

    @Test
    void endsForAllWhenTheServiceStops() {
        Watch watch = live.watch(SALES_REVENUE, null);
        live.stop();
        assertThat(watch.isClosed()).isTrue();
        assertThatThrownBy(() -> live.watch(SALES_REVENUE, null))
                .isInstanceOf(TooManyWatchersException.class)
                .hasMessageContaining("stop");
    }

    private void store(int store, Instant at) {
        history.store(SALES_REVENUE, "2026-11-21T11:58:00Z", "5.00", 1, 0, at, "store " + store);
    }
}
