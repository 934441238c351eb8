package dev.tillstream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** Pins the names, environment variables and defaults that operators rely on. */
class SettingsTest {

    @Test
    void namesAndDefaultsAreAsDocumented() throws IOException {
        assertThat(settings())
                .containsExactlyEntriesOf(
                        new TreeMap<>(
                                Map.ofEntries(
                                        Map.entry(
                                                "quarantine.bucket",
                                                "${TILLSTREAM_INGEST_QUARANTINE_BUCKET:}"),
                                        Map.entry(
                                                "quarantine.prefix",
                                                "${TILLSTREAM_INGEST_QUARANTINE_PREFIX:refused/}"),
                                        Map.entry(
                                                "quarantine.max-body",
                                                "${TILLSTREAM_INGEST_QUARANTINE_MAX_BODY:4KB}"),
                                        Map.entry(
                                                "quarantine.max-held",
                                                "${TILLSTREAM_INGEST_QUARANTINE_MAX_HELD:1000}"),
                                        Map.entry(
                                                "quarantine.every",
                                                "${TILLSTREAM_INGEST_QUARANTINE_EVERY:10s}"),
                                        Map.entry("bus.deadline", "${TILLSTREAM_BUS_DEADLINE:8s}"),
                                        Map.entry("bus.linger", "${TILLSTREAM_BUS_LINGER:5ms}"),
                                        Map.entry("bus.patience", "${TILLSTREAM_BUS_PATIENCE:2s}"),
                                        Map.entry(
                                                "bus.max-held", "${TILLSTREAM_BUS_MAX_HELD:4000}"),
                                        Map.entry(
                                                "bus.max-held-size",
                                                "${TILLSTREAM_BUS_MAX_HELD_SIZE:8MB}"),
                                        Map.entry(
                                                "http.max-body-time",
                                                "${TILLSTREAM_INGEST_MAX_BODY_TIME:60s}"),
                                        Map.entry(
                                                "tomcat.access-log",
                                                "${TILLSTREAM_INGEST_ACCESS_LOG:true}"),
                                        Map.entry("bus.attempts", "${TILLSTREAM_BUS_ATTEMPTS:4}"),
                                        Map.entry("bus.backoff", "${TILLSTREAM_BUS_BACKOFF:50ms}"),
                                        Map.entry(
                                                "bus.connections",
                                                "${TILLSTREAM_BUS_CONNECTIONS:64}"),
                                        Map.entry(
                                                "bus.health-timeout",
                                                "${TILLSTREAM_BUS_HEALTH_TIMEOUT:2s}"),
                                        Map.entry(
                                                "bus.max-backoff",
                                                "${TILLSTREAM_BUS_MAX_BACKOFF:1s}"),
                                        Map.entry(
                                                "bus.max-request",
                                                "${TILLSTREAM_BUS_MAX_REQUEST:256KB}"),
                                        Map.entry("bus.name", "${TILLSTREAM_BUS:tillstream}"),
                                        Map.entry(
                                                "bus.source",
                                                "${TILLSTREAM_INGEST_SOURCE:tillstream.ingest}"),
                                        Map.entry("bus.timeout", "${TILLSTREAM_BUS_TIMEOUT:5s}"),
                                        Map.entry(
                                                "event.max-ahead",
                                                "${TILLSTREAM_INGEST_MAX_AHEAD:10m}"),
                                        Map.entry(
                                                "event.max-size",
                                                "${TILLSTREAM_INGEST_MAX_EVENT:256KB}"),
                                        Map.entry("http.chunk", "${TILLSTREAM_INGEST_CHUNK:500}"),
                                        Map.entry(
                                                "http.max-array",
                                                "${TILLSTREAM_INGEST_MAX_ARRAY:500}"),
                                        Map.entry(
                                                "http.max-body",
                                                "${TILLSTREAM_INGEST_MAX_BODY:5MB}"),
                                        Map.entry(
                                                "http.max-depth",
                                                "${TILLSTREAM_INGEST_MAX_DEPTH:500}"),
                                        Map.entry(
                                                "http.max-memory",
                                                "${TILLSTREAM_INGEST_MAX_MEMORY:24MB}"),
                                        Map.entry(
                                                "gate.max-requests",
                                                "${TILLSTREAM_INGEST_MAX_REQUESTS:1200}"),
                                        Map.entry("gate.chunk", "${TILLSTREAM_INGEST_CHUNK:500}"),
                                        Map.entry(
                                                "gate.max-events",
                                                "${TILLSTREAM_BUS_MAX_HELD:4000}"),
                                        Map.entry(
                                                "http.retry-after",
                                                "${TILLSTREAM_INGEST_RETRY_AFTER:2s}"),
                                        Map.entry("pace.burst", "${TILLSTREAM_INGEST_BURST:20000}"),
                                        Map.entry(
                                                "pace.events-per-second",
                                                "${TILLSTREAM_INGEST_EVENTS_PER_SECOND:1000}"),
                                        Map.entry(
                                                "pace.stores",
                                                "${TILLSTREAM_INGEST_PACED_STORES:10000}"))));
    }

    /**
     * What {@code application.yaml} says below {@code tillstream.ingest}, before variables are
     * filled in.
     */
    private static Map<String, String> settings() throws IOException {
        var yaml = new YamlPropertySourceLoader();
        var sources = yaml.load("yaml", new ClassPathResource("application.yaml"));
        String prefix = "tillstream.ingest.";
        Map<String, String> settings = new TreeMap<>();
        for (var source : sources) {
            for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                if (name.startsWith(prefix)) {
                    settings.put(
                            name.substring(prefix.length()),
                            String.valueOf(source.getProperty(name)));
                }
            }
        }
        return settings;
    }
}
