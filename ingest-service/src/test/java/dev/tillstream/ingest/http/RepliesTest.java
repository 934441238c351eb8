package dev.tillstream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.ingest.http.Reply.Item;
import dev.tillstream.ingest.http.Reply.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class RepliesTest {

    private static final Item ACCEPTED = new Item(0, "accepted", "id", null);
    private static final Item INVALID = rejected(false);
    private static final Item NOT_TAKEN = rejected(true);

    @Test
    void says202WhenTheBusHasAll() {
        assertThat(answerTo(ACCEPTED, ACCEPTED)).isEqualTo("202");
    }

    @Test
    void says207WhenTheBusHasSome() {
        assertThat(answerTo(ACCEPTED, INVALID)).isEqualTo("207");
    }

    @Test
    void says207AndWhenToComeBackWhenTheBusTookOnlySome() {
        assertThat(answerTo(ACCEPTED, NOT_TAKEN, INVALID)).isEqualTo("207 in 2");
    }

    @Test
    void says422WhenNoneIsAnEvent() {
        assertThat(answerTo(INVALID, INVALID)).isEqualTo("422");
    }

    @Test
    void says503WhenTheBusTookNone() {
        assertThat(answerTo(NOT_TAKEN)).isEqualTo("503 in 2");
        assertThat(answerTo(NOT_TAKEN, INVALID)).isEqualTo("503 in 2");
    }

    @Test
    void writesWhatASenderMustLookAtFirst() {
        Reply reply = reply(List.of(ACCEPTED, INVALID));

        assertThat(new JsonMapper().writeValueAsString(reply))
                .isEqualTo(
                        """
                        {"rejected":1,"status":false,"record_count":1,"tot_sales":59109.60,"items":[\
                        {"index":0,"status":"accepted","event_id":"id"},\
                        {"index":1,"status":"rejected","error":\
                        {"code":"code","field":"/time","reason":"why","retryable":false}}]}\
                        """);
    }

    private static String answerTo(Item... items) {
        ResponseEntity<Reply> entity =
                new Replies(Duration.ofSeconds(2)).entity(reply(List.of(items)));
        String retryAfter = entity.getHeaders().getFirst("Retry-After");
        return entity.getStatusCode().value() + (retryAfter == null ? "" : " in " + retryAfter);
    }

    private static Reply reply(List<Item> items) {
        int rejected = (int) items.stream().filter(item -> item.error() != null).count();
        return new Reply(
                rejected,
                rejected == 0,
                items.size() - rejected,
                new BigDecimal("59109.60"),
                items);
    }

    private static Item rejected(boolean retryable) {
        return new Item(1, "rejected", null, new Refusal("code", "/time", "why", retryable));
    }
}
