package dev.tillstream.local.audit.stored;

import dev.tillstream.contract.Money;
import dev.tillstream.local.audit.Minute;
import dev.tillstream.local.audit.Published;
import dev.tillstream.local.audit.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The revenue rows in S3: of each window the highest revision. */
final class DeliveredRows {

    static final JsonMapper EXACT =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final Bucket bucket;
    private final Set<String> readKeys = new HashSet<>();
    private final Map<Minute, Published> rows = new HashMap<>();

    DeliveredRows(Bucket bucket) {
        this.bucket = bucket;
    }

    /** All so far, of which only new objects are fetched: an object never changes. */
    Map<Minute, Published> read() {
        bucket.keys("sales_revenue/")
                .filter(readKeys::add)
                .flatMap(key -> JsonObjects.split(bucket.bytes(key)).stream())
                .map(EXACT::readTree)
                .forEach(row -> rows.merge(minute(row), published(row), Published::latest));
        return Map.copyOf(rows);
    }

    static Published published(JsonNode row) {
        var revenue = new Money(row.required("revenue").decimalValue());
        return new Published(
                row.required("revision").longValue(),
                new Tally(row.required("events").longValue(), revenue));
    }

    private static Minute minute(JsonNode row) {
        return new Minute(
                row.required("store_id").stringValue(),
                Instant.parse(row.required("window_start").stringValue()));
    }
}
