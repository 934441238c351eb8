package dev.tillstream.analytics.row;

import dev.tillstream.analytics.revenue.Row;
import dev.tillstream.analytics.revenue.Totals;
import dev.tillstream.analytics.revenue.WindowId;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.StoreId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row as one JSON object: {@code store_id}, {@code revenue} (plain decimal), {@code timestamp}
 * (the window's end, UTC), {@code window_start}, {@code events}, {@code returns}, {@code late},
 * {@code revision}.
 */
public final class RowJson {

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private RowJson() {}

    public static String write(Row row) {
        WindowId window = row.window();
        Totals totals = row.totals();
        var json = JSON.createObjectNode();
        json.put("store_id", window.store().value());
        json.put("revenue", totals.revenue().amount());
        json.put("timestamp", TIMESTAMP.format(window.end()));
        json.put("window_start", window.start().toString());
        json.put("events", totals.events());
        json.put("returns", totals.returns());
        json.put("late", totals.late());
        json.put("revision", row.revision());
        return JSON.writeValueAsString(json);
    }

    /**
     * The inverse of {@link #write}.
     *
     * @param view not part of the JSON: each view has a delivery stream of its own
     */
    public static Row read(String view, String text) {
        JsonNode json = JSON.readTree(text);
        BigDecimal revenue = json.required("revenue").decimalValue();
        var store = new StoreId(json.required("store_id").stringValue());
        var start = Instant.parse(json.required("window_start").stringValue());
        var totals =
                new Totals(
                        new Money(revenue),
                        json.required("events").longValue(),
                        json.required("returns").longValue(),
                        json.required("late").longValue());
        return new Row(
                new WindowId(view, start, store), json.required("revision").longValue(), totals);
    }
}
