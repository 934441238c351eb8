package dev.tillstream.warehouse.http;

import static dev.tillstream.warehouse.stock.StockFixture.counted;
import static dev.tillstream.warehouse.stock.StockFixture.sold;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tillstream.warehouse.stock.InMemoryStockBook;
import dev.tillstream.warehouse.stock.StockFixture;
import dev.tillstream.warehouse.stock.StockItem;
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

@WebMvcTest(StockController.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class StockControllerTest {

    @Autowired private MockMvcTester http;
    @Autowired private InMemoryStockBook book;

    @Test
    void showsALevelOfNamesThatHoldSlashes() {
        StockItem item = StockFixture.item("U.K. / North", "CAKE STAND 1/2 #3");
        book.record(sold(item, "a", 1, 6));

        assertThat(
                        http.get()
                                .uri("/stock/item")
                                .param("store_id", item.storeId().value())
                                .param("sku", item.sku().value()))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"store_id":"U.K. / North","sku":"CAKE STAND 1/2 #3",
                         "name":"Hanging heart","category":"Home","level":-6,"negative":true,
                         "counted_at":null,"version":1,"next_cursor":null,
                         "ledger":[{"change_id":"%s","request_id":"a","kind":"sold","quantity":-6,
                                    "occurred_at":"2010-12-01T08:26:01Z"}]}
                        """
                                .formatted(sold(item, "a", 1, 6).changeId()));
    }

    @Test
    void saysWhenALevelWasCounted() {
        StockItem item = StockFixture.item("France", "POST");
        book.record(counted(item, "a", 1, 0));

        assertThat(http.get().uri("/stock/item?store_id=France&sku=POST"))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"store_id":"France","sku":"POST","level":0,"negative":false,
                         "counted_at":"2010-12-01T08:26:01Z"}
                        """);
    }

    @Test
    void pagesThroughAStoreBySku() {
        for (String sku : List.of("C", "A/1", "B", "ä")) {
            book.record(sold(StockFixture.item("France", sku), sku, 1, 1));
        }
        book.record(sold(StockFixture.item("Germany", "D"), "d", 1, 1));

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = http.get().uri("/stock").param("store_id", "France").param("limit", "2");
            if (cursor != null) {
                page.param("cursor", cursor);
            }
            String body = new String(page.exchange().getResponse().getContentAsByteArray(), UTF_8);
            seen.addAll(JsonPath.<List<String>>read(body, "$.levels[*].sku"));
            cursor = JsonPath.read(body, "$.next_cursor");
        } while (cursor != null);

        assertThat(seen).containsExactly("A/1", "B", "C", "ä");
    }

    @Test
    void showsOnlyLevelsOfACategoryAndBelowSomething() {
        book.record(sold(StockFixture.item("France", "few"), "a", 1, 1));
        book.record(counted(StockFixture.item("France", "many"), "b", 1, 100));

        assertThat(http.get().uri("/stock?store_id=France&category=Home&below=100"))
                .bodyJson()
                .extractingPath("$.levels[*].sku")
                .asArray()
                .containsExactly("few");
        assertThat(http.get().uri("/stock?store_id=France&category=Garden"))
                .bodyJson()
                .extractingPath("$.levels")
                .asArray()
                .isEmpty();
    }

    @Test
    void pagesThroughALedgerFromTheLatestBack() {
        StockItem item = StockFixture.item("France", "POST");
        for (int second : new int[] {3, 1, 2}) {
            book.record(sold(item, "r-" + second, second, 1));
        }

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = http.get().uri("/stock/item?store_id=France&sku=POST&limit=2");
            if (cursor != null) {
                page.param("cursor", cursor);
            }
            String body = new String(page.exchange().getResponse().getContentAsByteArray(), UTF_8);
            seen.addAll(JsonPath.<List<String>>read(body, "$.ledger[*].request_id"));
            cursor = JsonPath.read(body, "$.next_cursor");
        } while (cursor != null);

        assertThat(seen).containsExactly("r-3", "r-2", "r-1");
    }

    @Test
    void anUnknownSkuIsAProblem() {
        assertThat(http.get().uri("/stock/item?store_id=France&sku=never"))
                .hasStatus(404)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("Store France never had never");
    }

    @ParameterizedTest
    @CsvSource({
        "/stock, store_id",
        "/stock/item?sku=a, store_id",
        "/stock/item?store_id=a, sku",
        "/stock/item?store_id=a&sku=b&limit=0, limit",
        "/stock/item?store_id=a&sku=b&cursor=bm90IG91cnM, cursor",
        "/stock?store_id=a&below=few, below",
        "/stock?store_id=a&category=, category",
        "/stock?store_id=, store_id",
        "/stock/item?store_id=a&sku=, sku",
        "/stock?store_id=a&limit=0, limit",
        "/stock?store_id=a&limit=201, limit",
        "/stock?store_id=a&limit=many, limit",
        "/stock?store_id=a&cursor=%25%25, cursor",
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
        book.breakDown();

        assertThat(http.get().uri("/stock/item?store_id=France&sku=POST"))
                .hasStatus(500)
                .hasContentType("application/problem+json")
                .bodyText()
                .doesNotContain("secret");
    }

    @TestConfiguration
    static class Fakes {
        @Bean
        InMemoryStockBook book() {
            return new InMemoryStockBook();
        }
    }
}
