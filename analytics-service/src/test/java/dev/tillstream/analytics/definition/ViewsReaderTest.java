package dev.tillstream.analytics.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.analytics.view.InvalidViewException;
import dev.tillstream.analytics.view.Measure;
import dev.tillstream.analytics.view.Step;
import dev.tillstream.analytics.view.Timing;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.ViewFixture;
import dev.tillstream.analytics.view.Views;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;

final class ViewsReaderTest {

    private static final String VIEW =
            """
            tillstream:
              analytics:
                views:
                  - name: sales_revenue
                    streams: [sales-events]
                    key: [store_id]
                    measure: revenue
                  - name: points
                    streams: [loyalty-events]
                    key: [store_id, card]
                    measure: sum
                    field: points
            """;

    @Test
    void readsTheShippedViews() throws IOException {
        Views shipped = ViewsFile.shipped();
        assertThat(shipped.all())
                .startsWith(
                        ViewFixture.SALES_REVENUE,
                        ViewFixture.SALES_BY_CATEGORY,
                        new View(
                                "events_by_type",
                                List.of("sales-events", "inventory-events"),
                                Set.of(),
                                List.of("store_id", "detail_type"),
                                new Measure.Count(),
                                ViewFixture.MINUTE,
                                List.of(),
                                "events_by_type"));
    }

    @Test
    void readsEveryField() throws IOException {
        String more =
                """
                as: total
                detail-types: [loyalty-events]
                window: 5m
                grace: 1s
                idle: 2s
                delivery: points-delivery
                preprocess:
                  - filter: {field: tier, none-of: [test]}
                  - filter: {field: kind, any-of: ['true', 7]}
                  - rename: {from: card_no, to: card}
                  - convert: {field: card, to: upper-case}
                """;
        String all = VIEW + more.indent(8);
        assertThat(read(all).all().get(1))
                .isEqualTo(
                        new View(
                                "points",
                                List.of("loyalty-events"),
                                Set.of("loyalty-events"),
                                List.of("store_id", "card"),
                                new Measure.Sum("points", "total"),
                                new Timing(
                                        Duration.ofMinutes(5),
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(2)),
                                List.of(
                                        new Step.Filter("tier", Set.of(), Set.of("test")),
                                        new Step.Filter("kind", Set.of("true", "7"), Set.of()),
                                        new Step.Rename("card_no", "card"),
                                        new Step.Convert("card", Step.Form.UPPER_CASE)),
                                "points-delivery"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: points|name: sales_revenue|view sales_revenue: name is another's as well",
                "name: points|note: points|view number 2: note is unknown",
                "measure: sum|measure: average|view points: measure can't be read: ",
                "measure: sum|measure: count|view points: field means nothing to measure COUNT, is points",
                "field: points|grace: 5 parsecs|view points: grace can't be read: ",
                "field: points|idle: 5s|view points: field is missing: of which field is it the sum?",
                "field: points|feild: points|view points: feild is unknown",
                "[store_id, card]|[card]|view points: key must begin with store_id",
                "[store_id, card]|[]|view points: key must begin with store_id",
                "[loyalty-events]|[]|view points: streams must name at least one",
                "field: points|field: points~preprocess: [{filter: {field: a}}]|view points: preprocess.filter needs any-of or none-of",
                "field: points|field: points~preprocess: [{rename: {from: a}}]|view points: preprocess.rename.to is missing",
                "field: points|field: points~preprocess: [{convert: {field: a, to: money}}]|view points: preprocess[0].convert.to can't be read: ",
                "measure: sum|returns: add|view points: measure must be revenue, sum or count",
            })
    void namesTheViewAndTheFieldThatIsWrong(String part, String wrong, String message) {
        assertThat(VIEW).contains(part);
        int at = VIEW.lastIndexOf(part);
        String yaml =
                VIEW.substring(0, at)
                        + wrong.replace("~", "\n        ")
                        + VIEW.substring(at + part.length());
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidViewException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void wantsOneViewAtLeast() {
        assertThatThrownBy(() -> read("tillstream: {analytics: {views: []}}"))
                .isInstanceOf(InvalidViewException.class)
                .hasMessageContaining("must be one at least");
    }

    private static Views read(String yaml) throws IOException {
        return ViewsFile.read(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
