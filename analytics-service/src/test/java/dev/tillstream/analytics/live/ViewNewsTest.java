package dev.tillstream.analytics.live;

import static dev.tillstream.analytics.view.ViewFixture.SALES_REVENUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.analytics.history.InMemoryHistory;
import dev.tillstream.analytics.history.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ViewNewsTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String MINUTE = "2026-11-21T11:58:00Z";

    private final InMemoryHistory history = new InMemoryHistory();
    private final ViewNews news =
            new ViewNews(history, SALES_REVENUE, LiveFixture.SETTINGS, NOON.minusSeconds(30));

    @Test
    void tellsOfARowOnce() {
        store("5.00", 0, NOON.minusSeconds(1));
        assertThat(look(NOON)).containsExactly("row 5.00");
        assertThat(look(NOON.plusSeconds(1))).isEmpty();
        assertThat(look(NOON.plusSeconds(100))).isEmpty();
    }

    @Test
    void tellsOfACorrectionOfAnyOldWindow() {
        history.store(SALES_REVENUE, "2010-12-01T10:00:00Z", "5.00", 1, 0, NOON, "a");
        look(NOON);
        history.store(
                SALES_REVENUE, "2010-12-01T10:00:00Z", "6.00", 2, 1, NOON.plusSeconds(50), "a");
        assertThat(look(NOON.plusSeconds(51))).containsExactly("row 6.00");
    }

    @Test
    void tellsOfARowWhoseWorkerHasASlowClock() {
        look(NOON);
        store("5.00", 0, NOON.minusSeconds(20));
        assertThat(look(NOON.plusSeconds(1))).containsExactly("row 5.00");
    }

    @Test
    void tellsOfAllWhenThereIsMoreThanOneLookTells() {
        for (int i = 0; i < 10; i++) {
            history.store(SALES_REVENUE, MINUTE, i + ".00", 1, 0, NOON.plusMillis(i), "store " + i);
        }
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            told.addAll(look(NOON.plusSeconds(1)));
        }
        assertThat(told).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void tellsOfARunningWindowWhenItChanged() {
        history.run(SALES_REVENUE, MINUTE, "1.00", 1, "a");
        assertThat(look(NOON)).containsExactly("running 1.00");
        assertThat(look(NOON.plusSeconds(1))).isEmpty();
        history.run(SALES_REVENUE, MINUTE, "3.00", 2, "a");
        assertThat(look(NOON.plusSeconds(2))).containsExactly("running 3.00");
        store("3.00", 0, NOON.plusSeconds(3));
        assertThat(look(NOON.plusSeconds(3))).containsExactly("row 3.00");
    }

    @Test
    void tellsANewcomerOfAllThatIsRunning() {
        history.run(SALES_REVENUE, MINUTE, "1.00", 1, "a");
        look(NOON);
        news.startAgain();
        assertThat(look(NOON)).containsExactly("running 1.00");
    }

    @Test
    void makesUpForALookThatFailed() {
        look(NOON);
        history.breakDown(true);
        assertThatThrownBy(() -> look(NOON.plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class);
        store("5.00", 0, NOON.plusSeconds(1));
        history.breakDown(false);
        assertThat(look(NOON.plusSeconds(300))).containsExactly("row 5.00");
    }

    private void store(String amount, long revision, Instant at) {
        history.store(SALES_REVENUE, MINUTE, amount, 1, revision, at, "a");
    }

    private List<String> look(Instant now) {
        return news.look(now).stream()
                .map(event ->
                        switch (event) {
                            case LiveEvent.RowStored stored -> "row " + amount(stored.standing());
                            case LiveEvent.Running running ->
                                    "running " + amount(running.standing());
                            case LiveEvent.Gap gap -> "gap";
                        })
                .toList();
    }

    private static String amount(Standing standing) {
        return Objects.toString(standing.totals().amount());
    }
}
