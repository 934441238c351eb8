package dev.tillstream.analytics.view;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The shipped views, and a sum, as tests use them. */
public final class ViewFixture {

    public static final Timing MINUTE =
            new Timing(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(5));

    public static final View SALES_REVENUE = revenue("sales_revenue", "store_id");

    public static final View SALES_BY_CATEGORY =
            revenue("sales_by_category", "store_id", "category");

    public static final View EVENTS_BY_TYPE =
            new View(
                    "events_by_type",
                    List.of("sales-events", "inventory-events"),
                    Set.of(),
                    List.of("store_id", "detail_type"),
                    new Measure.Count(),
                    new Timing(Duration.ofSeconds(300), Duration.ofSeconds(20), Duration.ZERO),
                    List.of(),
                    "events_by_type");

    /** Of sales only, returns left out. */
    public static final View PIECES =
            new View(
                    "pieces",
                    List.of("sales-events"),
                    Set.of("sales-events"),
                    List.of("store_id", "product"),
                    new Measure.Sum("quantity", "pieces"),
                    MINUTE,
                    List.of(
                            new Step.Filter("is_return", Set.of("false"), Set.of()),
                            new Step.Rename("name", "product"),
                            new Step.Convert("product", Step.Form.UPPER_CASE)),
                    "pieces");

    private ViewFixture() {}

    public static View revenue(String name, String... key) {
        return revenue(name, Measure.Returns.SUBTRACT, MINUTE, key);
    }

    public static View revenue(String name, Measure.Returns returns, Timing timing, String... key) {
        return new View(
                name,
                List.of("sales-events"),
                Set.of(),
                List.of(key),
                new Measure.Revenue(returns),
                timing,
                List.of(),
                name);
    }
}
