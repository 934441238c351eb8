package dev.tillstream.ingest.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.ingest.intake.Outcome.Accepted;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import dev.tillstream.publisher.PublishResult;
import dev.tillstream.publisher.PublishResult.Refused;
import org.junit.jupiter.api.Test;

class EventBridgeBusTest {

    @Test
    void passesOnTheIdOfTheBus() {
        assertThat(EventBridgeBus.outcome(new PublishResult.Accepted("id")))
                .isEqualTo(new Accepted("id"));
    }

    @Test
    void saysWhetherItIsWorthComingBackButNotWhatAwsTellsUs() {
        String message = "User: arn:aws:iam::123456789012:user/till is not authorized";

        assertThat(EventBridgeBus.outcome(new Refused("AccessDeniedException", message, true)))
                .isEqualTo(
                        new Rejected(
                                "bus-unavailable",
                                "",
                                "the bus did not take it: AccessDeniedException",
                                true));
        assertThat(EventBridgeBus.outcome(new Refused("MalformedDetail", message, false)))
                .isEqualTo(
                        new Rejected(
                                "bus-refused", "", "the bus refuses it: MalformedDetail", false));
    }

    @Test
    void callsAnEventTooLargeAsTheContractDoes() {
        assertThat(
                        EventBridgeBus.outcome(
                                new Refused("EventTooLarge", "9 bytes, at most 8", false)))
                .isEqualTo(new Rejected("too-large", "", "9 bytes, at most 8", false));
    }
}
