package dev.tillstream.local.aws.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.aws.eventbridge.target.Event;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecentEventsTest {

    private final RecentEvents events = new RecentEvents(InstantSource.system());

    @Test
    void keepsTheLastFiveHundred() {
        IntStream.range(0, 700).forEach(i -> accept("e" + i, "x"));
        IntStream.range(0, 700).forEach(i -> events.refused("b", "s", "t", "why " + i));

        JsonNode view = events.view();
        assertThat(view.path("accepted").intValue()).isEqualTo(700);
        assertThat(view.path("recent")).hasSize(500);
        assertThat(view.path("recent").path(0).path("id").asString()).isEqualTo("e699");
        assertThat(view.path("recentlyRefused")).hasSize(500);
        assertThat(view.path("recentlyRefused").path(0).path("why").asString())
                .isEqualTo("why 699");
    }

    @Test
    void shortensWhatIsLong() {
        accept("e", "x".repeat(100_000));

        assertThat(events.view().toString()).hasSizeLessThan(2_000);
    }

    @Test
    void countsAttemptsUntilOneSucceeds() {
        accept("e", "x");
        events.told("e", "sqs q", RecentEvents.Outcome.RETRYING, "THROTTLING");
        events.told("e", "sqs q", RecentEvents.Outcome.DELIVERED, "");
        events.told("forgotten", "sqs q", RecentEvents.Outcome.DELIVERED, "");

        JsonNode hop = events.view().path("recent").path(0).path("went").path(0);
        assertThat(hop.path("outcome").asString()).isEqualTo("delivered");
        assertThat(hop.path("attempts").intValue()).isEqualTo(2);
    }

    private void accept(String id, String text) {
        var tree =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("id", id)
                        .put("source", "s")
                        .put("detail-type", "t");
        tree.putObject("detail").put("text", text);
        events.accepted(new Event(tree), "b", 1);
    }
}
