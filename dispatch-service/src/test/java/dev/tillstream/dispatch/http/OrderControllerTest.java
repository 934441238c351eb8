package dev.tillstream.dispatch.http;

import static dev.tillstream.dispatch.order.SaleFixture.NOW;
import static dev.tillstream.dispatch.order.SaleFixture.STORE;
import static dev.tillstream.dispatch.order.SaleFixture.TIME;
import static dev.tillstream.dispatch.order.SaleFixture.order;
import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tillstream.dispatch.order.InMemoryOrders;
import dev.tillstream.dispatch.order.Move;
import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.OrderDesk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest({OrderController.class, MoveController.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class OrderControllerTest {

    @Autowired private MockMvcTester http;
    @Autowired private InMemoryOrders orders;

    @Test
    void showsAnOrderWithMoneyAsExactDecimal() {
        Order order = order(sale("r-1"));
        orders.place(order);

        assertThat(http.get().uri("/orders/{id}", order.id().value()))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"order_id":"%s","store_id":"United Kingdom","request_id":"r-1",
                         "placed_at":"2010-12-01T08:26:00Z","sku":"85123A",
                         "name":"WHITE HANGING HEART T-LIGHT HOLDER","category":"Home",
                         "quantity":6,"sales":15.30,"status":"PENDING","version":1,
                         "history":[{"version":1,"status":"PENDING","at":"2010-12-01T08:26:02.345Z"}]}
                        """
                                .formatted(order.id().value()));
    }

    @Test
    void pagesThroughAStoreInTheOrderOfTime() {
        for (int minute : new int[] {3, 1, 2, 5, 4}) {
            orders.place(
                    order(sale(STORE, "r-" + minute, TIME.plusSeconds(60L * minute), "1", false)));
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = http.get().uri("/orders").param("store_id", STORE.value());
            page.param("limit", "2");
            if (cursor != null) {
                page.param("cursor", cursor);
            }
            String body = new String(page.exchange().getResponse().getContentAsByteArray(), UTF_8);
            seen.addAll(JsonPath.<List<String>>read(body, "$.orders[*].request_id"));
            cursor = JsonPath.read(body, "$.next_cursor");
        } while (cursor != null);

        assertThat(seen).containsExactly("r-1", "r-2", "r-3", "r-4", "r-5");
    }

    @Test
    void showsOnlyOrdersOfAStatusAndATime() {
        for (int minute : new int[] {1, 2, 3, 4}) {
            orders.place(
                    order(sale(STORE, "r-" + minute, TIME.plusSeconds(60L * minute), "1", false)));
        }
        orders.replace(
                order(sale(STORE, "r-3", TIME.plusSeconds(180), "1", false))
                        .after(Move.PICK, NOW)
                        .orElseThrow());

        assertThat(found("status", "PICKED")).containsExactly("r-3");
        assertThat(found("from", "2010-12-01T08:28:00Z", "to", "2010-12-01T09:30:00+01:00"))
                .containsExactly("r-2", "r-3");
    }

    @Test
    void movesAnOrderOfTheVersionThatTheClientSaw() {
        Order order = order(sale("r-1"));
        orders.place(order);

        assertThat(http.get().uri("/orders/{id}", order.id().value()))
                .headers()
                .hasValue("ETag", "\"1\"");
        var picked = move(order, "pick", "\"1\"");
        assertThat(picked).hasStatusOk().headers().hasValue("ETag", "\"2\"");
        assertThat(picked).bodyJson().extractingPath("$.history[1].status").isEqualTo("PICKED");

        assertThat(move(order, "cancel", "\"1\""))
                .hasStatus(412)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(2);
        assertThat(move(order, "dispatch", "\"1\", \"2\"")).hasStatusOk();
        assertThat(move(order, "deliver", "*")).hasStatusOk();
    }

    @Test
    void anIllegalMoveIsAConflictThatNamesTheLegalOnes() {
        Order order = order(sale("r-1"));
        orders.place(order);

        var refused = http.post().uri("/orders/{id}/deliver", order.id().value()).exchange();

        assertThat(refused).hasStatus(409).hasContentType("application/problem+json");
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.allowed")
                .asArray()
                .containsExactly("pick", "cancel");
        assertThat(refused).bodyJson().extractingPath("$.order_status").isEqualTo("PENDING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/nope/pick", "/orders/00000000000000000000000000000000/pick"})
    void nobodyMovesAnUnknownOrder(String path) {
        assertThat(http.post().uri(path)).hasStatus(404).hasContentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders/nope,",
        "/orders/00000000000000000000000000000000,",
    })
    void anUnknownOrderIsAProblem(String path) {
        assertThat(http.get().uri(path))
                .hasStatus(404)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .startsWith("There is no order");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders, store_id",
        "/orders?store_id=, store_id",
        "/orders?store_id=a&status=LOST, status",
        "/orders?store_id=a&from=yesterday, from",
        "/orders?store_id=a&to=2021-03-06, to",
        "/orders?store_id=a&limit=0, limit",
        "/orders?store_id=a&limit=201, limit",
        "/orders?store_id=a&limit=many, limit",
        "/orders?store_id=a&cursor=%25%25, cursor",
        "/orders?store_id=a&cursor=bm90IG91cnM, cursor",
    })
    void aBadParameterIsAProblemThatNamesIt(String uri, String parameter) {
        assertThat(http.get().uri(uri))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.parameter")
                .isEqualTo(parameter);
    }

    @Test
    void aFailureOnOurSideIsAProblemThatKeepsItsReasonToItself() {
        orders.breakDown();

        assertThat(http.get().uri("/orders/{id}", "0".repeat(32)))
                .hasStatus(500)
                .hasContentType("application/problem+json")
                .bodyText()
                .doesNotContain("secret");
    }

    private MvcTestResult move(Order order, String move, String ifMatch) {
        return http.post()
                .uri("/orders/{id}/{move}", order.id().value(), move)
                .header("If-Match", ifMatch)
                .exchange();
    }

    private List<String> found(String... parameters) {
        var request = http.get().uri("/orders").param("store_id", STORE.value());
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        byte[] body = request.exchange().getResponse().getContentAsByteArray();
        return JsonPath.read(new String(body, UTF_8), "$.orders[*].request_id");
    }

    @TestConfiguration
    static class Fakes {
        @Bean
        InMemoryOrders orders() {
            return new InMemoryOrders();
        }

        @Bean
        OrderDesk desk(InMemoryOrders orders) {
            return new OrderDesk(orders, order -> {}, () -> NOW);
        }
    }
}
