package dev.tillstream.analytics.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.analytics.retry.Parallel;
import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.ViewFixture;
import dev.tillstream.analytics.window.Change;
import dev.tillstream.analytics.window.Identity;
import dev.tillstream.analytics.window.KeyRange;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.Segment;
import dev.tillstream.analytics.window.StoredWindow;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.analytics.window.WindowState;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
final class DynamoWindowsIT {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final WindowsTable table = new WindowsTable();
    private final View view = ViewFixture.revenue("test-" + UUID.randomUUID(), "store_id");
    private final WindowId window = WindowId.at(view, Key.of(new StoreId("United Kingdom")), START);

    private Instant now = START;
    private final DynamoWindows windows = windowsOf("sales-events");

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void knowsNothingOfAWindowThatNeverWas() {
        assertThat(load()).isEqualTo(StoredWindow.unknown(window));
    }

    @Test
    void readsBackWhatWasAppended() {
        write(append(0, "10.25", 1, 2));
        write(append(1, "-3.1234", 3));
        StoredWindow stored = load();
        assertThat(stored.state())
                .isEqualTo(
                        new WindowState(
                                window,
                                2,
                                new Totals(Money.of("7.1266"), 3, 0, 0),
                                null,
                                false,
                                false));
        assertThat(stored.identities()).isEqualTo(Set.of(id(1), id(2), id(3)));
    }

    @Test
    void refusesWhatAnotherWorkerHasOvertaken() {
        write(append(0, "1.00", 1));
        assertThat(windows.write(List.of(append(0, "2.00", 2)))).containsExactly(window);
        write(append(1, "2.00", 2));
        assertThat(windows.write(List.of(append(1, "4.00", 3)))).containsExactly(window);
        assertThat(windows.write(List.of(storeRow(1, 0)))).containsExactly(window);
        assertThat(windows.write(List.of(new Change.MarkSent(window, 1)))).containsExactly(window);
        assertThat(load().state().totals().amount()).isEqualTo(Money.of("3.00"));
        assertThat(table.items(window)).as("head and two segments").hasSize(3);
    }

    @Test
    void tellsWhichOfManyWereOvertaken() {
        List<WindowId> many =
                IntStream.range(0, 100)
                        .mapToObj(i -> WindowId.at(view, Key.of(new StoreId("s" + i)), START))
                        .toList();
        assertThat(windows.write(many.stream().map(id -> append(id, 0, "1.00", 1)).toList()))
                .isEmpty();
        List<Change> second = new ArrayList<>();
        many.forEach(id -> second.add(append(id, id.equals(many.get(42)) ? 0 : 1, "1.00", 2)));
        assertThat(windows.write(second)).containsExactly(many.get(42));
        assertThat(windows.load(many)).hasSize(100);
    }

    @Test
    void storesARowBeforeItIsSentAndFindsItAgain() {
        write(append(0, "10.00", 1));
        write(storeRow(1, 0));
        assertThat(load().state().row()).isEqualTo(row(0));
        assertThat(load().state().sent()).isFalse();
        write(new Change.MarkSent(window, 2));
        assertThat(load().state())
                .isEqualTo(new WindowState(window, 3, totals(), row(0), true, false));
    }

    @Test
    void knowsAWindowAsPendingUntilItsLatestRowIsSent() {
        write(append(0, "10.00", 1));
        awaitPending(window);
        write(storeRow(1, 0));
        assertThat(pending()).containsExactly(window);
        write(new Change.MarkSent(window, 2));
        awaitPending();
        write(append(3, "1.00", 2));
        awaitPending(window);
    }

    @Test
    void listsPendingWindowsOfAShardOldestFirst() {
        List<WindowId> all = new ArrayList<>();
        for (int minute = 9; minute >= 0; minute--) {
            for (String store : List.of("a", "b", "c", "d", "e", "f")) {
                var id =
                        WindowId.at(
                                view, Key.of(new StoreId(store)), START.plusSeconds(60L * minute));
                all.addFirst(id);
                windows.write(List.of(append(id, 0, "1.00", 1)));
            }
        }
        BigInteger half = BigInteger.ONE.shiftLeft(127);
        var lower = new KeyRange(BigInteger.ZERO, half.subtract(BigInteger.ONE));
        var upper = new KeyRange(half, KeyRange.ALL.last());
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(windows.pending(view, KeyRange.ALL, 100))
                                .containsExactlyInAnyOrderElementsOf(all)
                                .isSortedAccordingTo((x, y) -> x.start().compareTo(y.start())));
        for (KeyRange shard : List.of(lower, upper)) {
            assertThat(windows.pending(view, shard, 100))
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream().filter(id -> shard.holds(id.store())).toList());
        }
        assertThat(windows.pending(view, KeyRange.ALL, 6))
                .allMatch(id -> id.start().equals(START))
                .hasSize(6);
    }

    @Test
    void readsAWindowOfMoreThanAMegabyte() {
        long perSegment = 10_000;
        for (int i = 0; i < 8; i++) {
            long[] ids = LongStream.range(i * perSegment, (i + 1) * perSegment).toArray();
            write(append(i, "1.00", ids));
        }
        assertThat(load().identities()).hasSize(80_000);
        assertThat(load().state().totals().events()).isEqualTo(80_000);
    }

    @Test
    void forgetsTheEventsOfAWindowButNotThatItWas() {
        write(append(0, "10.00", 1));
        write(storeRow(1, 0));
        write(new Change.MarkSent(window, 2));
        now = START.plus(Duration.ofDays(35));
        assertThat(load().state().expired()).isFalse();
        now = now.plusSeconds(1);
        assertThat(load().state().expired()).isTrue();

        table.delete(table.items(window).get(1));
        assertThat(load().state().expired()).isTrue();
        assertThat(load().state().row()).isEqualTo(row(0));
    }

    @Test
    void refusesAWindowThatHasLostASegment() {
        write(append(0, "10.00", 1));
        write(append(1, "1.00", 2));
        table.delete(table.items(window).get(1));
        assertThat(load().state().expired()).isTrue();
    }

    @Test
    void keepsAllOfAWindowThatLateMoneyKeepsAlive() {
        write(append(0, "10.00", 1));
        for (int change = 1; change <= 5; change++) {
            now = now.plus(Duration.ofDays(34));
            assertThat(load().state().expired()).isFalse();
            write(append(change, "1.00", change + 1));
        }
        Instant retained = now.plus(Duration.ofDays(35));
        assertThat(table.items(window))
                .hasSize(7)
                .allSatisfy(item -> assertThat(expiry(item)).isAfterOrEqualTo(retained));
    }

    @Test
    void expiresTheHeadLongAfterTheSegments() {
        write(append(0, "10.00", 1));
        List<Map<String, AttributeValue>> items = table.items(window);
        assertThat(expiry(items.get(0))).isEqualTo(START.plus(Duration.ofDays(35 + 1100)));
        assertThat(expiry(items.get(1))).isEqualTo(START.plus(Duration.ofDays(70)));
    }

    @Test
    void leavesWhatAnotherStreamFeedsToThatStreamsShards() {
        DynamoWindows others = windowsOf("inventory-events");
        write(append(0, "10.00", 1));
        awaitPending(window);
        assertThat(others.pending(view, KeyRange.ALL, 10)).isEmpty();
        assertThat(others.write(List.of(append(1, "1.00", 2)))).isEmpty();
        awaitPending();
        assertThat(others.pending(view, KeyRange.ALL, 10)).containsExactly(window);
        assertThat(load().state().totals().events()).isEqualTo(2);
    }

    private DynamoWindows windowsOf(String stream) {
        var settings =
                new StateSettings(
                        WindowsTable.NAME, Duration.ofDays(35), Duration.ofDays(1100), 8, 8);
        return new DynamoWindows(
                table.dynamo, settings, new Parallel(settings.parallelism()), () -> now, stream);
    }

    private StoredWindow load() {
        return windows.load(List.of(window)).get(window);
    }

    private void write(Change change) {
        assertThat(windows.write(List.of(change))).isEmpty();
    }

    private List<WindowId> pending() {
        return windows.pending(view, KeyRange.ALL, 10);
    }

    private void awaitPending(WindowId... expected) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(pending()).containsExactly(expected));
    }

    private Change append(long version, String subtotal, long... ids) {
        return append(window, version, subtotal, ids);
    }

    private static Change append(WindowId window, long version, String subtotal, long... ids) {
        var totals = new Totals(Money.of(subtotal), ids.length, 0, 0);
        List<Identity> identities = LongStream.of(ids).mapToObj(DynamoWindowsIT::id).toList();
        return new Change.Append(window, version, new Segment(totals, identities));
    }

    private Change storeRow(long version, long revision) {
        return new Change.StoreRow(window, version, row(revision));
    }

    private Row row(long revision) {
        return new Row(window, revision, totals());
    }

    private static Totals totals() {
        return new Totals(Money.of("10.00"), 1, 0, 0);
    }

    private static Identity id(long value) {
        return new Identity(value, -value);
    }

    private static Instant expiry(Map<String, AttributeValue> item) {
        return Instant.ofEpochSecond(Long.parseLong(item.get("expires_at").n()));
    }
}
