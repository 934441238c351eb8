package dev.tillstream.local.launcher.up;

import dev.tillstream.local.audit.stored.Bucket;
import dev.tillstream.local.audit.stored.JsonObjects;
import dev.tillstream.local.launcher.process.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says one line for each minute whose rows were delivered. */
final class RevenueTicker {

    private static final JsonMapper EXACT =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** From a minute's end until its rows are there: grace, a flush and a delivery. */
    private static final Duration DELIVERY = Duration.ofSeconds(80);

    private final Bucket bucket;
    private final Voice voice;
    private final Set<String> seen = new HashSet<>();
    private final SortedMap<Instant, SortedMap<String, String>> minutes = new TreeMap<>();

    RevenueTicker(Bucket bucket, Voice voice) {
        this.bucket = bucket;
        this.voice = voice;
    }

    void look(Instant now) {
        try (Stream<String> keys = bucket.keys("sales_revenue/")) {
            keys.filter(seen::add).toList().forEach(this::read);
        }
        var due = minutes.headMap(now.minus(DELIVERY));
        due.forEach(this::say);
        due.clear();
    }

    private void read(String key) {
        List<JsonNode> rows =
                JsonObjects.split(bucket.bytes(key)).stream().map(EXACT::readTree).toList();
        for (JsonNode row : rows) {
            Instant start = Instant.parse(row.required("window_start").stringValue());
            String revenue = row.required("revenue").decimalValue().toPlainString();
            String corrected = row.required("revision").longValue() > 0 ? "*" : "";
            minutes.computeIfAbsent(start, minute -> new TreeMap<>())
                    .put(row.required("store_id").stringValue(), revenue + corrected);
        }
    }

    private void say(Instant minute, Map<String, String> revenues) {
        voice.say(
                revenues.entrySet().stream()
                        .map(store -> store.getKey() + " " + store.getValue())
                        .collect(Collectors.joining("  ", minute + "  ", "")));
    }
}
