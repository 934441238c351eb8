package dev.tillstream.analytics.row;

import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.Measure;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.StoreId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row as one JSON object: the fields of the view's key (texts), {@code store_id} first; its
 * measure, a plain decimal: {@code revenue}, or what the view calls its sum, or nothing where
 * events are only counted; {@code timestamp} (the window's end, UTC), {@code window_start}, {@code
 * events}, {@code returns} (of revenue only), {@code late}, {@code revision}.
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
        ObjectNode json = totals(row.window(), row.totals());
        json.put("revision", row.revision());
        return text(json);
    }

    /** As this JSON is written everywhere: numbers without exponents. */
    public static String text(JsonNode json) {
        return JSON.writeValueAsString(json);
    }

    /** All of a row but its revision. */
    public static ObjectNode totals(WindowId window, Totals totals) {
        View view = window.view();
        ObjectNode json = JSON.createObjectNode();
        putKey(json, view.key(), window.key());
        switch (view.measure()) {
            case Measure.Revenue revenue -> json.put("revenue", totals.amount().amount());
            case Measure.Sum sum ->
                    json.put(sum.as(), totals.amount().amount().stripTrailingZeros());
            case Measure.Count count -> {}
        }
        json.put("timestamp", TIMESTAMP.format(window.end()));
        json.put("window_start", window.start().toString());
        json.put("events", totals.events());
        if (view.measure() instanceof Measure.Revenue) {
            json.put("returns", totals.returns());
        }
        json.put("late", totals.late());
        return json;
    }

    /**
     * The inverse of {@link #write}.
     *
     * @param view not part of the JSON: each view has a delivery stream of its own
     */
    public static Row read(View view, String text) {
        JsonNode json = JSON.readTree(text);
        BigDecimal amount =
                switch (view.measure()) {
                    case Measure.Revenue revenue -> json.required("revenue").decimalValue();
                    case Measure.Sum sum -> json.required(sum.as()).decimalValue();
                    case Measure.Count count -> BigDecimal.ZERO;
                };
        var start = Instant.parse(json.required("window_start").stringValue());
        var totals =
                new Totals(
                        new Money(amount),
                        json.required("events").longValue(),
                        json.path("returns").longValue(0),
                        json.required("late").longValue());
        return new Row(
                new WindowId(view, start, key(json, view.key())),
                json.required("revision").longValue(),
                totals);
    }

    private static void putKey(ObjectNode json, List<String> names, Key key) {
        json.put(names.getFirst(), key.store().value());
        for (int i = 1; i < names.size(); i++) {
            json.put(names.get(i), key.rest().get(i - 1));
        }
    }

    private static Key key(JsonNode json, List<String> names) {
        List<String> values =
                names.stream().map(name -> json.required(name).stringValue()).toList();
        return new Key(new StoreId(values.getFirst()), values.subList(1, values.size()));
    }
}
