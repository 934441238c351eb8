package dev.tillstream.analytics.http;

import static dev.tillstream.analytics.view.ViewFixture.EVENTS_BY_TYPE;
import static dev.tillstream.analytics.view.ViewFixture.PIECES;
import static dev.tillstream.analytics.view.ViewFixture.SALES_BY_CATEGORY;
import static dev.tillstream.analytics.view.ViewFixture.SALES_REVENUE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tillstream.analytics.history.InMemoryHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest({RevenueController.class, ViewsController.class, LiveController.class})
@Import(ReadFakes.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
final class ViewsControllerTest {

    private static final Instant LATER = Instant.parse("2010-12-01T10:01:12.345Z");
    private static final String HOUR = "from=2010-12-01T10:00:00Z&to=2010-12-01T11:00:00Z";

    @Autowired private MockMvcTester http;
    @Autowired private InMemoryHistory history;

    @Test
    void showsFinalAndRunningMinutesOfAStore() {
        history.store(
                SALES_REVENUE, "2010-12-01T10:00:00Z", "58635.5", 3, 1, LATER, "U.K. / North");
        history.run(SALES_REVENUE, "2010-12-01T10:01:00Z", "-0.0001", 1, "U.K. / North");
        history.run(SALES_REVENUE, "2010-12-01T10:01:00Z", "9.00", 1, "France");

        assertThat(http.get().uri("/revenue?" + HOUR).param("store_id", "U.K. / North"))
                .hasStatusOk()
                .hasContentType("application/json")
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"rows":[
                          {"store_id":"U.K. / North","revenue":58635.50,
                           "timestamp":"2010-12-01 10:01:00.000","window_start":"2010-12-01T10:00:00Z",
                           "events":3,"returns":0,"late":0,"final":true,"revision":1,
                           "published_at":"2010-12-01T10:01:12.345Z","corrected":0.50},
                          {"store_id":"U.K. / North","revenue":-0.0001,
                           "timestamp":"2010-12-01 10:02:00.000","window_start":"2010-12-01T10:01:00Z",
                           "events":1,"returns":0,"late":0,"final":false,"revision":null,
                           "published_at":null,"corrected":null}],
                         "next_cursor":null}
                        """);
    }

    @Test
    void writesMoneyAsItIs() {
        history.store(SALES_REVENUE, "2010-12-01T10:00:00Z", "99999999999.9999", 1, 0, LATER, "a");
        history.store(PIECES, "2010-12-01T10:00:00Z", "100000", 1, 0, LATER, "a", "POST");

        assertThat(body("/revenue?store_id=a&" + HOUR)).contains("\"revenue\":99999999999.9999,");
        assertThat(body("/views/pieces?" + HOUR)).contains("\"pieces\":100000,");
    }

    @Test
    void aMinuteThatStartsAtTheEndIsNotPartOfTheTime() {
        history.run(SALES_REVENUE, "2010-12-01T09:59:00Z", "1", 1, "a");
        history.run(SALES_REVENUE, "2010-12-01T10:00:00Z", "2", 1, "a");
        history.run(SALES_REVENUE, "2010-12-01T11:00:00Z", "3", 1, "a");

        assertThat(starts("/revenue?store_id=a&" + HOUR)).containsExactly("2010-12-01T10:00:00Z");
        assertThat(
                        starts(
                                "/revenue?store_id=a&from=2010-12-01T09:59:00.001Z"
                                        + "&to=2010-12-01T11:00:00.5Z"))
                .containsExactly("2010-12-01T10:00:00Z", "2010-12-01T11:00:00Z");
    }

    @Test
    void showsTheLatestHourToWhoeverSaysNothingElse() {
        history.run(SALES_REVENUE, "2026-11-21T10:59:00Z", "1", 1, "a");
        history.run(SALES_REVENUE, "2026-11-21T11:01:00Z", "2", 1, "a");
        history.run(SALES_REVENUE, "2026-11-21T12:00:00Z", "3", 1, "a");

        assertThat(starts("/views/sales_revenue"))
                .containsExactly("2026-11-21T11:01:00Z", "2026-11-21T12:00:00Z");
    }

    @Test
    void pagesThroughAllStoresInTheOrderOfTime() {
        for (String minute : List.of("10:02", "10:00", "10:01")) {
            for (String store : List.of("b", "a")) {
                history.run(SALES_REVENUE, "2010-12-01T" + minute + ":00Z", "1", 1, store);
            }
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            String body = body("/views/sales_revenue?limit=4&" + HOUR + cursor);
            List<String> stores = JsonPath.read(body, "$.rows[*].store_id");
            List<String> starts = JsonPath.read(body, "$.rows[*].window_start");
            for (int i = 0; i < stores.size(); i++) {
                seen.add(starts.get(i).substring(11, 16) + stores.get(i));
            }
            String next = JsonPath.read(body, "$.next_cursor");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);

        assertThat(seen)
                .containsExactly("10:00a", "10:00b", "10:01a", "10:01b", "10:02a", "10:02b");
    }

    @Test
    void fieldsOfTheKeyAreFilters() {
        history.run(SALES_BY_CATEGORY, "2010-12-01T10:00:00Z", "1", 1, "a", "Books");
        history.run(SALES_BY_CATEGORY, "2010-12-01T10:00:00Z", "2", 1, "a", "Toys | Games");
        history.run(SALES_BY_CATEGORY, "2010-12-01T10:00:00Z", "4", 1, "b", "Toys | Games");

        String body = body("/views/sales_by_category?category=Toys | Games&" + HOUR);
        assertThat(JsonPath.<List<String>>read(body, "$.rows[*].store_id"))
                .containsExactly("a", "b");
        body = body("/views/sales_by_category?category=Toys | Games&store_id=b&" + HOUR);
        assertThat(JsonPath.<List<String>>read(body, "$.rows[*].store_id")).containsExactly("b");
    }

    @Test
    void aViewThatCountsHasNoMoney() {
        history.run(EVENTS_BY_TYPE, "2010-12-01T10:00:00Z", "0", 7, "a", "sales-events");

        assertThat(body("/views/events_by_type?" + HOUR))
                .contains("\"events\":7")
                .doesNotContain("revenue", "corrected", "returns");
    }

    @Test
    void listsTheViews() {
        assertThat(http.get().uri("/views"))
                .bodyJson()
                .extractingPath("$[1]")
                .isEqualTo(
                        JsonPath.read(
                                """
                                {"name":"sales_by_category","key":["store_id","category"],
                                 "measure":"revenue","window_seconds":60,"grace_seconds":10}
                                """,
                                "$"));
    }

    @ParameterizedTest
    @CsvSource({"/views/no_such", "/views/no_such/live"})
    void anUnknownViewIsAProblem(String uri) {
        assertThat(http.get().uri(uri))
                .hasStatus(404)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .startsWith("There is no view no_such, but [sales_revenue");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/revenue; store_id; is required",
                "/revenue?store_id=; store_id; must",
                "/revenue?store_id=a&from=yesterday; from; must be a time such as",
                "/revenue?store_id=a&to=2010-12-01; to; must be a time such as",
                "/revenue?store_id=a&to=%2B12010-12-01T10:00:00Z; to; must be of the years",
                "/revenue?store_id=a&from=2010-12-01T10:00:00Z&to=2010-12-01T10:00:00Z; from; must be before to",
                "/revenue?store_id=a&limit=0; limit; greater than or equal to 1",
                "/revenue?store_id=a&limit=1001; limit; less than or equal to 1000",
                "/revenue?store_id=a&limit=all; limit; can't be 'all'",
                "/revenue?store_id=a&cursor=%25; cursor; can't be",
                "/revenue?store_id=a&cursor=bm90IG91cnM; cursor; must be next_cursor",
                "/views/sales_revenue?category=Books; category; is no field of the view's key",
                "/views/sales_by_category?category=a&category=b; category; must be given once",
                "/views/sales_revenue?store_id=a&store_id=b; store_id; must be given once",
            })
    void aBadParameterIsAProblemThatNamesItAndTheReason(
            String uri, String parameter, String reason) {
        assertThat(http.get().uri(java.net.URI.create(uri)))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyJson()
                .satisfies(json -> {
                    assertThat(json).extractingPath("$.parameter").isEqualTo(parameter);
                    assertThat(json).extractingPath("$.detail").asString().contains(reason);
                });
    }

    @Test
    void aBadLastEventIdIsAProblem() {
        assertThat(http.get().uri("/views/sales_revenue/live").header("Last-Event-ID", "7"))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.parameter")
                .isEqualTo("Last-Event-ID");
    }

    @Test
    void aFailureOnOurSideIsAProblemThatKeepsItsReasonToItself() {
        history.breakDown(true);

        assertThat(http.get().uri("/revenue?store_id=a"))
                .hasStatus(500)
                .hasContentType("application/problem+json")
                .bodyText()
                .doesNotContain("secret");
    }

    private List<String> starts(String uri) {
        return JsonPath.read(body(uri), "$.rows[*].window_start");
    }

    private String body(String uri) {
        return new String(
                http.get().uri(uri).exchange().getResponse().getContentAsByteArray(), UTF_8);
    }
}
