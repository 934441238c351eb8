package dev.tillstream.analytics.http;

import dev.tillstream.analytics.history.Page;
import dev.tillstream.analytics.history.Publication;
import dev.tillstream.analytics.history.Standing;
import dev.tillstream.analytics.row.RowJson;
import dev.tillstream.analytics.view.Measure;
import dev.tillstream.contract.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a window comes to, as clients see it: the fields of its row, {@code final}, {@code revision}
 * (null while it is running), {@code published_at} and, of money and sums, {@code corrected}: what
 * corrections added since the first row.
 */
final class StandingJson {

    private StandingJson() {}

    static ObjectNode of(Standing standing) {
        ObjectNode json = RowJson.totals(standing.window(), standing.totals());
        json.put("final", standing.isFinal());
        Publication publication = standing.publication();
        json.put("revision", publication == null ? null : publication.revision());
        Instant at = publication == null ? null : publication.at();
        json.put("published_at", at == null ? null : at.toString());
        if (!(standing.window().view().measure() instanceof Measure.Count)) {
            Money corrected = publication == null ? null : publication.corrected();
            json.put("corrected", corrected == null ? null : corrected.amount());
        }
        return json;
    }

    static String of(Page page) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var rows = json.putArray("rows");
        page.standings().forEach(standing -> rows.add(of(standing)));
        json.put("next_cursor", cursor(page.last()));
        return RowJson.text(json);
    }

    private static @Nullable String cursor(@Nullable String last) {
        return last == null ? null : new Cursor(last).encode();
    }
}
