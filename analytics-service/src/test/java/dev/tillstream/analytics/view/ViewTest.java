package dev.tillstream.analytics.view;

import static dev.tillstream.analytics.view.ViewFixture.EVENTS_BY_TYPE;
import static dev.tillstream.analytics.view.ViewFixture.MINUTE;
import static dev.tillstream.analytics.view.ViewFixture.PIECES;
import static dev.tillstream.analytics.view.ViewFixture.SALES_BY_CATEGORY;
import static dev.tillstream.analytics.view.ViewFixture.SALES_REVENUE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.StoreId;
import dev.tillstream.contract.json.DecodedEvent;
import dev.tillstream.contract.json.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ViewTest {

    private static final String SALE =
            """
            {"detail-type":"sales-events","time":"2021-03-06T17:15:06Z","detail":{"request_id":"r",\
            "store_id":"a|b","name":"Pen","category":"50 % | off","sales":7.50,"quantity":3}}\
            """;
    private static final String RETURN =
            SALE.replace("\"quantity\"", "\"is_return\":true,\"quantity\"");
    private static final String COUNT =
            """
            {"detail-type":"inventory-events","time":"2021-03-06T17:15:06Z","detail":{"request_id":"r",\
            "store_id":"a","name":"Pen","category":"Office","change":"counted","quantity":3}}\
            """;
    private static final StoreId STORE = new StoreId("a|b");

    @Test
    void sumsRevenueByStore() {
        assertThat(read(SALES_REVENUE, SALE)).isEqualTo(part("7.50", false));
        assertThat(read(SALES_REVENUE, RETURN)).isEqualTo(part("-7.50", true));
        assertThat(read(SALES_REVENUE, COUNT)).isEqualTo(Reading.NOTHING);
    }

    @Test
    void tellsTheFieldsOfItsKeyApart() {
        assertThat(read(SALES_BY_CATEGORY, SALE)).isEqualTo(part("7.50", false, "50 % | off"));
        assertThat(read(EVENTS_BY_TYPE, SALE)).isEqualTo(part("0", false, "sales-events"));
        assertThat(read(EVENTS_BY_TYPE, COUNT))
                .isEqualTo(
                        new Reading.Part(
                                new Key(new StoreId("a"), List.of("inventory-events")),
                                Money.ZERO,
                                false));
    }

    @Test
    void sumsAFieldAfterItsPreprocessing() {
        assertThat(read(PIECES, SALE)).isEqualTo(part("3", false, "PEN"));
        assertThat(read(PIECES, RETURN)).isEqualTo(Reading.NOTHING);
        assertThat(read(PIECES, COUNT)).isEqualTo(Reading.NOTHING);
    }

    @Test
    void leavesTheEventAloneWhateverItsFieldsBecome() {
        View renamed = preprocessed(new Step.Rename("category", "sales"));
        assertThat(read(renamed, SALE)).isEqualTo(part("7.50", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1;1",
                "\"12.5\";12.5",
                "\" 7 \";7",
                "-3;-3",
                "999999999999999.999999999;999999999999999.999999999"
            })
    void sumsWhatIsOrBecomesANumber(String points, String sum) {
        assertThat(read(points(), loyalty(points))).isEqualTo(part("a", sum));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"many\"",
                "\"\"",
                "1e400",
                "1E15",
                "1e-400",
                "0.0000000001",
                "true",
                "null",
                "[1]"
            })
    void saysWhatItCannotSum(String points) {
        assertThat(read(points(), loyalty(points)))
                .isInstanceOfSatisfying(
                        Reading.Unusable.class,
                        unusable -> assertThat(unusable.reason()).startsWith("points "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"card\":\"\"", ",\"card\":\"a\\nb\"", ",\"card\":{}"})
    void saysWhatItCannotUseAsAKey(String card) {
        View byCard =
                new View(
                        "points_by_card",
                        List.of("loyalty-events"),
                        Set.of(),
                        List.of("store_id", "card"),
                        new Measure.Count(),
                        MINUTE,
                        List.of(),
                        "points_by_card");
        assertThat(read(byCard, loyalty("1" + card)))
                .isInstanceOfSatisfying(
                        Reading.Unusable.class,
                        unusable -> assertThat(unusable.reason()).startsWith("card "));
        assertThat(read(byCard, loyalty("1,\"card\":\"" + "€".repeat(256) + "\"")))
                .isInstanceOf(Reading.Part.class);
        assertThat(read(byCard, loyalty("1,\"card\":\"" + "%".repeat(256) + "\"")))
                .isInstanceOf(Reading.Part.class);
    }

    @Test
    void readsBackWhatItWritesOfAKeyWhateverItHolds() {
        var key = new Key(STORE, List.of("50 % | off", "%7C"));
        assertThat(key).hasToString("a%7Cb|50 %25 %7C off|%257C");
        assertThat(Key.parse(key.toString(), 3)).isEqualTo(key);
        assertThat(Key.of(STORE)).hasToString("a|b");
        assertThat(Key.parse("a|b", 1)).isEqualTo(Key.of(STORE));
    }

    @ParameterizedTest
    @CsvSource({
        "60, 2010-12-01T10:03:59Z, 2010-12-01T10:03:00Z",
        "60, 2010-12-31T23:59:59Z, 2010-12-31T23:59:00Z",
        "60, 1969-12-31T23:59:59Z, 1969-12-31T23:59:00Z",
        "300, 2010-12-01T10:03:59Z, 2010-12-01T10:00:00Z",
        "3600, 2012-02-29T23:59:59Z, 2012-02-29T23:00:00Z",
    })
    void cutsTimeIntoWindows(int seconds, Instant time, Instant start) {
        var timing = new Timing(Duration.ofSeconds(seconds), Duration.ZERO, Duration.ZERO);
        assertThat(timing.startOf(time)).isEqualTo(start);
    }

    @Test
    void refusesAKeyThatDoesNotBeginWithTheStore() {
        assertThatThrownBy(() -> ViewFixture.revenue("by_category", "category"))
                .isInstanceOf(InvalidViewException.class)
                .hasMessage(
                        "view by_category: key must begin with store_id, because streams are"
                                + " partitioned by store, is [category]");
    }

    @Test
    void refusesSeveralStreamsWhoseWindowsWouldMeet() {
        assertThatThrownBy(() ->
                        new View(
                                "events",
                                List.of("sales-events", "inventory-events"),
                                Set.of(),
                                List.of("store_id"),
                                new Measure.Count(),
                                MINUTE,
                                List.of(),
                                "events"))
                .hasMessageStartingWith("view events: key must hold detail_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revenue", "timestamp", "events", "revision", "store_id", "a b"})
    void refusesAFieldThatARowHasAlready(String field) {
        assertThatThrownBy(() -> ViewFixture.revenue("v", "store_id", field))
                .hasMessageStartingWith("view v: key ")
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @CsvSource({"500ms", "1500ms", "0s", "3601s", "-60s"})
    void refusesWindowsThatAreNoWholeSecondsOrTooLong(String length) {
        Duration window =
                Duration.parse("PT" + length.replace("500ms", "0.5s").replace("10.5", "1.5"));
        var timing = new Timing(window, Duration.ZERO, Duration.ZERO);
        assertThatThrownBy(() -> ViewFixture.revenue("v", Measure.Returns.ADD, timing, "store_id"))
                .hasMessageStartingWith("view v: window must be whole seconds, at most an hour");
    }

    @ParameterizedTest
    @ValueSource(strings = {"store_id", "detail_type"})
    void refusesStepsThatWouldMoveAnEventElsewhere(String field) {
        assertThatThrownBy(() -> preprocessed(new Step.Rename("name", field)))
                .hasMessage("view v: preprocess must leave " + field + " alone");
    }

    @Test
    void refusesViewsThatCannotBeToldApart() {
        View one = ViewFixture.revenue("one", "store_id");
        assertThatThrownBy(() -> new Views(List.of(one, one)))
                .hasMessage("view one: name is another's as well");
        assertThat(new Views(List.of(SALES_REVENUE, EVENTS_BY_TYPE, PIECES)).streams())
                .containsExactly("sales-events", "inventory-events");
    }

    private static View points() {
        return new View(
                "points",
                List.of("loyalty-events"),
                Set.of(),
                List.of("store_id"),
                new Measure.Sum("points", "points"),
                MINUTE,
                List.of(new Step.Convert("points", Step.Form.NUMBER)),
                "points");
    }

    private static View preprocessed(Step step) {
        return new View(
                "v",
                List.of("sales-events"),
                Set.of(),
                List.of("store_id"),
                new Measure.Revenue(Measure.Returns.SUBTRACT),
                MINUTE,
                List.of(step),
                "v");
    }

    private static String loyalty(String points) {
        return """
        {"detail-type":"loyalty-events","time":"2021-03-06T17:15:06Z","detail":{"request_id":"r",\
        "store_id":"a","points":%s}}\
        """
                .formatted(points);
    }

    private static Reading read(View view, String event) {
        DecodedEvent read = new EventCodec().read(event.getBytes(UTF_8));
        return view.read(read.event(), read.fields());
    }

    private static Reading part(String amount, boolean returned, String... rest) {
        return new Reading.Part(new Key(STORE, List.of(rest)), Money.of(amount), returned);
    }

    private static Reading part(String store, String amount) {
        return new Reading.Part(Key.of(new StoreId(store)), Money.of(amount), false);
    }
}
