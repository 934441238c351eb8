package dev.tillstream.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.row.RowJson;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.ViewFixture;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.StoreId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What has arrived in S3, as a reader of it would see it. */
final class DataBucket implements AutoCloseable {

    private static final String NAME = "tillstream-data-000000000000";

    private final S3Client s3 =
            S3Client.builder().httpClientBuilder(ApacheHttpClient.builder()).build();
    private final Map<String, List<String>> objects = new ConcurrentHashMap<>();

    /**
     * The lines of all objects under a prefix; objects are read once, because they never change.
     */
    List<String> lines(String prefix) {
        return s3
                .listObjectsV2Paginator(list -> list.bucket(NAME).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .flatMap(key -> objects.computeIfAbsent(key, this::read).stream())
                .toList();
    }

    /** The latest row of each window of these stores. */
    Map<WindowId, Row> rows(Set<StoreId> stores) {
        return rows(ViewFixture.SALES_REVENUE, stores);
    }

    /** The same of a view. */
    Map<WindowId, Row> rows(View view, Set<StoreId> stores) {
        Map<WindowId, Row> latest = new HashMap<>();
        Map<String, Row> byRevision = new HashMap<>();
        for (String line : lines(view.delivery() + "/")) {
            Row row = RowJson.read(view, line);
            if (stores.contains(row.window().store())) {
                Row same = byRevision.putIfAbsent(row.window() + "#" + row.revision(), row);
                assertThat(row).as("a revision never changes").isEqualTo(same == null ? row : same);
                latest.merge(row.window(), row, (a, b) -> a.revision() >= b.revision() ? a : b);
            }
        }
        return latest;
    }

    /** Those rows' totals, without the late ones: how many are late is a matter of timing. */
    Map<WindowId, Totals> totals(Set<StoreId> stores) {
        return totals(ViewFixture.SALES_REVENUE, stores);
    }

    /** The same of a view. */
    Map<WindowId, Totals> totals(View view, Set<StoreId> stores) {
        Map<WindowId, Totals> totals = new HashMap<>();
        rows(view, stores)
                .forEach((window, row) -> {
                    Totals found = row.totals();
                    totals.put(
                            window, new Totals(found.amount(), found.events(), found.returns(), 0));
                });
        return totals;
    }

    private List<String> read(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(NAME).key(key))
                .asUtf8String()
                .lines()
                .toList();
    }

    @Override
    public void close() {
        s3.close();
    }
}
