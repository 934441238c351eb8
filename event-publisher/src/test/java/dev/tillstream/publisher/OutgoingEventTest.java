package dev.tillstream.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingEventTest {

    @Test
    void countsBytesAsPutEventsDoes() {
        var event =
                new OutgoingEvent("so", "type", "{\"é\":1}", Instant.EPOCH, List.of("arn1", "ü"));

        // 14 for the time, 2 + 4, 8 for the detail with a two-byte letter, 4 + 2 for the resources
        assertThat(event.size()).isEqualTo(14 + 2 + 4 + 8 + 4 + 2);
    }

    @Test
    void isNeverWithoutSourceTypeOrDetail() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingEvent(" ", "type", "{}", Instant.EPOCH))
                .withMessage("source is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingEvent("source", "", "{}", Instant.EPOCH));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingEvent("source", "type", "", Instant.EPOCH));
    }
}
