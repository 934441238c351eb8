package dev.tillstream.analytics.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.analytics.history.History;
import dev.tillstream.analytics.history.Mark;
import dev.tillstream.analytics.history.Page;
import dev.tillstream.analytics.history.Publication;
import dev.tillstream.analytics.history.Query;
import dev.tillstream.analytics.history.Standing;
import dev.tillstream.analytics.retry.Backoff;
import dev.tillstream.analytics.retry.Parallel;
import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.ViewFixture;
import dev.tillstream.analytics.window.Change;
import dev.tillstream.analytics.window.Identity;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.Segment;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
final class DynamoHistoryIT {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant STORED = Instant.parse("2026-11-21T12:01:10.070Z");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final WindowsTable table = new WindowsTable();
    private final String id = UUID.randomUUID().toString();
    private final View view = ViewFixture.revenue("test-" + id, "store_id", "category");

    private Instant now = STORED;
    private final DynamoWindows windows =
            new DynamoWindows(table.dynamo, settings(), new Parallel(8), () -> now, "sales-events");
    private final History history = history();

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void knowsWhatARunningWindowHasComeTo() {
        WindowId window = window("a", "Books", 0);
        write(append(window, 0, "10.25", 1, 2));
        write(append(window, 1, "-3.1234", 3));

        Standing standing = all(ofStore("a")).getFirst();
        assertThat(standing.isFinal()).isFalse();
        assertThat(standing.totals()).isEqualTo(new Totals(Money.of("7.1266"), 3, 0, 0));
        assertThat(history.open(view, 10)).containsExactly(window);
    }

    @Test
    void knowsTheLatestRowAndWhatCorrectionsAdded() {
        WindowId window = window("a", "Books", 0);
        write(append(window, 0, "10.00", 1));
        write(row(window, 1, "10.00", 1, 0));
        now = STORED.plusSeconds(60);
        write(append(window, 2, "2.5", 2));
        write(row(window, 3, "12.5", 2, 1));

        Standing standing = all(ofStore("a")).getFirst();
        assertThat(standing.publication())
                .isEqualTo(new Publication(1, STORED.plusSeconds(60), Money.of("2.5")));
        assertThat(standing.totals().amount()).isEqualTo(Money.of("12.50"));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(history.changes(view, STORED, 10))
                                .containsExactly(new Mark(window, STORED.plusSeconds(60))));
        assertThat(history.changes(view, STORED.plusSeconds(61), 10)).isEmpty();
    }

    @Test
    void pagesThroughTheWindowsOfAllStoresInTheOrderOfTime() {
        List<String> expected = new ArrayList<>();
        for (int minute = 0; minute < 3; minute++) {
            for (String store : List.of("a", "a ", "a!", "b", "ä", "\uD83D\uDED2")) {
                WindowId window = window(store, "Books", minute);
                write(append(window, 0, "1.00", 1));
                expected.add(window.toString());
            }
        }
        write(append(window("a", "Books", 3), 0, "1.00", 1));
        expected.sort(IndexScan.ORDER);
        Query query = new Query(view, START, START.plusSeconds(180), null, Map.of());

        await().atMost(SOON).until(() -> all(query).size() == expected.size());
        assertThat(texts(paged(query, 5))).isEqualTo(expected);
        assertThat(texts(paged(query, 18))).isEqualTo(expected);
        assertThat(history.page(query, 18, null).last()).isNull();
    }

    @Test
    void findsOnlyWhatIsAskedFor() {
        WindowId books = window("a", "Books", 0);
        WindowId toys = window("a", "Toys | Games", 1);
        for (WindowId window : List.of(books, toys, window("b", "Books", 0))) {
            write(append(window, 0, "1.00", 1));
        }
        // Another view of the same store.
        View other = ViewFixture.revenue(view.name() + "-x", "store_id");
        write(append(WindowId.at(other, Key.of(new StoreId(store("a"))), START), 0, "1.00", 1));

        assertThat(texts(all(ofStore("a")))).containsExactly(books.toString(), toys.toString());
        Query some =
                new Query(
                        view,
                        START,
                        START.plusSeconds(120),
                        new StoreId(store("a")),
                        Map.of("category", "Toys | Games"));
        assertThat(texts(all(some))).containsExactly(toys.toString());
        Query early =
                new Query(view, START, START.plusSeconds(60), new StoreId(store("a")), Map.of());
        assertThat(texts(all(early))).containsExactly(books.toString());
    }

    @Test
    void findsWhatIsWantedBehindMuchThatIsNot() {
        for (int i = 0; i < 250; i++) {
            write(append(window("a", "c-" + i, i / 100), 0, "1.00", 1));
        }
        Query some =
                new Query(
                        view,
                        START,
                        START.plusSeconds(600),
                        new StoreId(store("a")),
                        Map.of("category", "c-249"));
        await().atMost(SOON).until(() -> all(ofStore("a")).size() == 250);
        assertThat(paged(some, 1)).hasSize(1);
    }

    private List<Standing> all(Query query) {
        return history.page(query, 1000, null).standings();
    }

    private List<Standing> paged(Query query, int limit) {
        List<Standing> found = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page page = history.page(query, limit, after);
            assertThat(page.standings()).hasSizeLessThanOrEqualTo(limit);
            found.addAll(page.standings());
            after = page.last();
        } while (after != null);
        return found;
    }

    private static List<String> texts(List<Standing> standings) {
        return standings.stream().map(standing -> standing.window().toString()).toList();
    }

    private Query ofStore(String store) {
        return new Query(view, START, START.plusSeconds(600), new StoreId(store(store)), Map.of());
    }

    /** Stores of their own, since the index is by store. */
    private String store(String store) {
        return id + store;
    }

    private WindowId window(String store, String category, int minute) {
        return WindowId.at(
                view,
                new Key(new StoreId(store(store)), List.of(category)),
                START.plusSeconds(60L * minute));
    }

    private void write(Change change) {
        assertThat(windows.write(List.of(change))).isEmpty();
    }

    private static Change append(WindowId window, long version, String amount, long... ids) {
        List<Identity> identities = new ArrayList<>();
        for (long id : ids) {
            identities.add(new Identity(id, id));
        }
        return new Change.Append(
                window,
                version,
                new Segment(new Totals(Money.of(amount), ids.length, 0, 0), identities));
    }

    private static Change row(
            WindowId window, long version, String amount, long events, long revision) {
        Totals totals = new Totals(Money.of(amount), events, 0, 0);
        return new Change.StoreRow(window, version, new Row(window, revision, totals));
    }

    private History history() {
        var parallel = new Parallel(8);
        return new DynamoHistory(
                new IndexScan(table.dynamo, WindowsTable.NAME),
                new HeadReader(
                        table.dynamo,
                        WindowsTable.NAME,
                        parallel,
                        new Backoff(Duration.ofMillis(1), Duration.ofMillis(10), new Random(1))),
                parallel);
    }

    private static StateSettings settings() {
        return new StateSettings(
                WindowsTable.NAME, Duration.ofDays(35), Duration.ofDays(1100), 8, 8);
    }
}
