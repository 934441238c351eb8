package dev.tillstream.dispatch.http;

import static dev.tillstream.dispatch.order.SaleFixture.STORE;
import static dev.tillstream.dispatch.order.SaleFixture.TIME;
import static dev.tillstream.dispatch.order.SaleFixture.order;
import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tillstream.dispatch.order.InMemoryOrders;
import dev.tillstream.dispatch.order.Order;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(OrderController.class)
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
                         "quantity":6,"sales":15.30,"status":"PENDING","version":1}
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

    @TestConfiguration
    static class Fakes {
        @Bean
        InMemoryOrders orders() {
            return new InMemoryOrders();
        }
    }
}
