package dev.tillstream.ingest.quarantine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.ingest.intake.Outcome.Accepted;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class QuarantineTest {

    private static final Rejected NEGATIVE =
            new Rejected("invalid-value", "/detail/sales", "must not be negative", false);

    private final Map<String, String> objects = new LinkedHashMap<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private boolean broken;
    private final Quarantine quarantine =
            new Quarantine(
                    this::put,
                    new QuarantineSettings(
                            "bucket", "refused/", DataSize.ofBytes(40), 3, Duration.ofSeconds(1)),
                    "i-1",
                    InstantSource.fixed(Instant.parse("2021-03-06T17:15:06.5Z")),
                    meters);

    @Test
    void keepsWhatWasRefusedForGoodAnObjectAFlush() {
        saw("{\"store_id\":\"store_2\",\"é\":1}");
        saw("no json");
        quarantine.flush();

        assertThat(objects)
                .containsExactly(
                        Map.entry(
                                "refused/2021/03/06/17/20210306T171506.500Z-i-1-0.ndjson",
                                """
                                {"time":"2021-03-06T17:15:06.500Z","code":"invalid-value","field":"/detail/sales",\
                                "reason":"must not be negative","store":"store_2","bytes":29,"body":"{\\"store_id\\":\\"store_2\\",\\"é\\":1}"}
                                {"time":"2021-03-06T17:15:06.500Z","code":"invalid-value","field":"/detail/sales",\
                                "reason":"must not be negative","store":"","bytes":7,"body":"no json"}
                                """));
        assertThat(count("kept")).isEqualTo(2);
    }

    @Test
    void leavesAloneWhatWasAcceptedOrComesAgain() {
        quarantine.saw(new byte[0], new Accepted("id"));
        quarantine.saw(new byte[0], new Rejected("bus-unavailable", "", "down", true));
        quarantine.flush();

        assertThat(objects).isEmpty();
    }

    @Test
    void keepsTheBeginningOfALargeItem() {
        saw("{\"detail\":{\"store_id\":\"s\",\"x\":\"" + "y".repeat(100) + "\"}}");
        quarantine.flush();

        assertThat(objects.values().iterator().next())
                .contains("\"store\":\"s\",\"bytes\":134,", "yyyyyyyyy\"}\n");
    }

    @Test
    void dropsAndCountsWhatThereIsNoRoomFor() {
        for (int i = 0; i < 5; i++) {
            saw("{}");
        }

        assertThat(count("dropped")).isEqualTo(2);
    }

    @Test
    void putsAgainUnderTheSameKeyWhatCouldNotBePut() {
        broken = true;
        saw("a");
        quarantine.flush();
        broken = false;
        saw("b");
        quarantine.flush();
        quarantine.close();

        assertThat(objects.keySet())
                .extracting(key -> key.substring(key.lastIndexOf('-')))
                .containsExactly("-0.ndjson", "-1.ndjson");
        assertThat(count("kept")).isEqualTo(2);
        assertThat(count("dropped")).isZero();
    }

    @Test
    void countsWhatTheEndLeavesBehind() {
        broken = true;
        saw("a");
        quarantine.close();

        assertThat(count("dropped")).isEqualTo(1);
    }

    private void saw(String item) {
        quarantine.saw(item.getBytes(UTF_8), NEGATIVE);
    }

    private void put(String key, byte[] content) {
        if (broken) {
            throw new IllegalStateException("as told");
        }
        objects.put(key, new String(content, UTF_8));
    }

    private double count(String name) {
        return meters.counter("tillstream.ingest.quarantine." + name).count();
    }
}
