package dev.tillstream.analytics.window;

import static dev.tillstream.analytics.window.SaleFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.ViewFixture;
import dev.tillstream.contract.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WaitingWindowsTest {

    private final WaitingWindows waiting = new WaitingWindows();
    private final Window early = window("a", NOON);
    private final Window late = window("b", NOON.plusSeconds(60));

    @Test
    void looksAtNoWindowThatIsDueLater() {
        List<Window> asked = new ArrayList<>();
        assertThat(waiting.takeDue(NOON.plusSeconds(69), asked::add)).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(waiting.takeDue(NOON.plusSeconds(129), asked::add)).containsExactly(early);
        assertThat(asked).containsExactly(early);
    }

    @Test
    void asksAgainForAWindowThatIsDueButDoesNotClose() {
        assertThat(waiting.takeDue(NOON.plusSeconds(1000), window -> false)).isEmpty();
        assertThat(waiting.takeDue(NOON.plusSeconds(1000), window -> true))
                .containsExactly(early, late);
        assertThat(waiting.takeDue(NOON.plusSeconds(1000), window -> true)).isEmpty();
    }

    @Test
    void takesNoneThatWasRemoved() {
        waiting.remove(early);
        waiting.remove(early);
        assertThat(waiting.takeDue(Instant.MAX, window -> true)).containsExactly(late);
    }

    private Window window(String store, Instant start) {
        var id = new WindowId(ViewFixture.SALES_REVENUE, start, Key.of(new StoreId(store)));
        var window = new Window(StoredWindow.unknown(id), new StoreClock(start, start));
        waiting.add(window);
        return window;
    }
}
