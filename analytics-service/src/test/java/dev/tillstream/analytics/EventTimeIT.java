package dev.tillstream.analytics;

import static dev.tillstream.analytics.window.SaleFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.Measure;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.ViewFixture;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.firehose.FirehoseClient;

/**
 * Events that come when they shouldn't, from a real stream to rows in a real bucket. Stores count
 * as silent only after minutes, so that nothing but the events' own times closes a window.
 */
@ExtendWith(LocalAwsExtension.class)
final class EventTimeIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static final View SUBTRACTED = ViewFixture.SALES_REVENUE;
    private static final View ADDED =
            ViewFixture.revenue("sales_added", Measure.Returns.ADD, ViewFixture.MINUTE, "store_id");

    private static final String VIEWS =
            """
            tillstream:
              analytics:
                views:
                  - {name: sales_revenue, streams: [sales-events], key: [store_id], measure: revenue, idle: 5m}
                  - {name: sales_added, streams: [sales-events], key: [store_id], measure: revenue, returns: add, idle: 5m}
            """;

    @TempDir private static Path folder;

    private static String prefix;
    private static SalesStream stream;
    private static DataBucket bucket;
    private static InProcess service;

    /** Years need not pass: only how long windows are kept is read off this clock. */
    static final class Ahead implements InstantSource {

        private volatile Duration offset = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }
    }

    static class AdjustableClock {

        @Bean
        @Primary
        Ahead ahead() {
            return new Ahead();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        prefix = Instant.now() + " ";
        stream = new SalesStream();
        bucket = new DataBucket();
        createDeliveryStream(ADDED.name());
        Path views = Files.writeString(folder.resolve("views.yaml"), VIEWS);
        service = InProcess.start(AdjustableClock.class, "TILLSTREAM_VIEWS=file:" + views);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        stream.close();
        bucket.close();
    }

    @Test
    void fallIntoTheirOwnMinuteAroundMidnightAndALeapDay() {
        String store = prefix + "leap";
        stream.put(
                List.of(
                        sale(store, "1", Instant.parse("2024-02-28T23:59:59Z"), "1.00"),
                        sale(store, "2", Instant.parse("2024-02-29T00:00:00Z"), "2.00"),
                        sale(store, "3", Instant.parse("2024-02-29T23:59:59Z"), "4.00"),
                        sale(store, "4", Instant.parse("2024-03-01T00:00:00Z"), "8.00"),
                        sale(store, "5", Instant.parse("2024-03-01T00:01:10Z"), "16.00")));
        awaitRows(
                row(store, "2024-02-28T23:59:00Z", 0, "1.00", 1, 0),
                row(store, "2024-02-29T00:00:00Z", 0, "2.00", 1, 0),
                row(store, "2024-02-29T23:59:00Z", 0, "4.00", 1, 0),
                row(store, "2024-03-01T00:00:00Z", 0, "8.00", 1, 0));
    }

    @Test
    void correctARowIfTheyAreLate() {
        String store = prefix + "late";
        Instant minute = Instant.parse("2021-03-06T17:15:00Z");
        stream.put(sellAndMoveOn(store, minute));
        awaitRows(row(store, "2021-03-06T17:15:00Z", 0, "10.00", 1, 0));
        stream.put(List.of(sale(store, "late", minute.plusSeconds(59), "5.50")));
        awaitRows(row(store, "2021-03-06T17:15:00Z", 1, "15.50", 2, 1));
    }

    @Test
    void goToQuarantineIfTheirWindowIsNoLongerKept() {
        String store = prefix + "too late";
        Instant minute = Instant.parse("2021-03-06T17:15:00Z");
        stream.put(sellAndMoveOn(store, minute));
        awaitRows(row(store, "2021-03-06T17:15:00Z", 0, "10.00", 1, 0));
        // Never set back: a service doesn't expect its clock to lose a month.
        service.bean(Ahead.class).offset = Duration.ofDays(36);
        stream.put(List.of(sale(store, "very late", minute.plusSeconds(59), "5.50")));
        awaitQuarantined("too-late", store, minute.plusSeconds(59));
        assertThat(bucket.rows(SUBTRACTED, stores(store)).values())
                .containsExactly(row(store, "2021-03-06T17:15:00Z", 0, "10.00", 1, 0));
    }

    @Test
    void ofAFastClockGoToQuarantineAndDisturbNoOtherStore() {
        String steady = prefix + "steady";
        String fast = prefix + "fast";
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Instant minute = now.minusSeconds(300).truncatedTo(ChronoUnit.MINUTES);
        Instant hourAhead = now.plusSeconds(3600);
        stream.put(
                List.of(
                        sale(steady, "1", minute, "1.00"),
                        sale(fast, "1", minute, "10.00"),
                        sale(fast, "2", hourAhead, "20.00"),
                        sale(fast, "3", now.plusSeconds(540), "40.00")));
        awaitRows(row(fast, minute.toString(), 0, "10.00", 1, 0));
        awaitQuarantined("future", fast, hourAhead);
        stream.put(
                List.of(
                        sale(steady, "2", minute.plusSeconds(30), "2.00"),
                        sale(steady, "3", now, "4.00")));
        awaitRows(row(steady, minute.toString(), 0, "3.00", 2, 0));
    }

    @Test
    void ofARealDayAddUpPlainlyOrWithoutReturnsAsTheViewSays() throws IOException {
        var day = new RealDay(prefix);
        stream.put(day.sales());
        stream.put(day.closing());
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(bucket.totals(ADDED, day.stores()))
                                .isEqualTo(day.totals(ADDED, Money::plus)));
        assertThat(sum(bucket.rows(ADDED, day.stores()).values())).isEqualTo(Money.of("59286.02"));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(bucket.totals(SUBTRACTED, day.stores()))
                                .isEqualTo(day.totals(SUBTRACTED, Money::minus)));
        assertThat(sum(bucket.rows(SUBTRACTED, day.stores()).values()))
                .isEqualTo(Money.of("58635.56"));
    }

    /** One sale, and one that tells that the minute is over. */
    private static List<SaleRecorded> sellAndMoveOn(String store, Instant minute) {
        return List.of(
                sale(store, "1", minute, "10.00"),
                sale(store, "2", minute.plusSeconds(70), "20.00"));
    }

    private static Money sum(Iterable<Row> rows) {
        Money sum = Money.ZERO;
        for (Row row : rows) {
            sum = sum.plus(row.totals().amount());
        }
        return sum;
    }

    private static Row row(
            String store, String start, long revision, String amount, long events, long late) {
        return new Row(
                WindowId.at(SUBTRACTED, Key.of(new StoreId(store)), Instant.parse(start)),
                revision,
                new Totals(Money.of(amount), events, 0, late));
    }

    private static Set<StoreId> stores(String store) {
        return Set.of(new StoreId(store));
    }

    /** These, and no others of their store. */
    private static void awaitRows(Row... rows) {
        Set<StoreId> stores = Set.of(rows[0].window().store());
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(bucket.rows(SUBTRACTED, stores).values())
                                .containsExactlyInAnyOrder(rows));
    }

    private static void awaitQuarantined(String reason, String store, Instant time) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(bucket.lines("quarantine/"))
                                .anySatisfy(line ->
                                        assertThat(line)
                                                .contains("\"reason\":\"" + reason + "\"")
                                                .contains("\"store_id\":\"" + store + "\"")
                                                .contains("\"time\":\"" + time + "\"")));
    }

    private static void createDeliveryStream(String view) {
        try (FirehoseClient firehose =
                FirehoseClient.builder().httpClientBuilder(ApacheHttpClient.builder()).build()) {
            firehose.createDeliveryStream(create ->
                    create.deliveryStreamName("tillstream-" + view)
                            .extendedS3DestinationConfiguration(s3 ->
                                    s3.bucketARN("arn:aws:s3:::tillstream-data-000000000000")
                                            .roleARN("arn:aws:iam::000000000000:role/delivery")
                                            .prefix(view + "/")
                                            .bufferingHints(hints ->
                                                    hints.intervalInSeconds(1).sizeInMBs(1))));
        }
    }
}
