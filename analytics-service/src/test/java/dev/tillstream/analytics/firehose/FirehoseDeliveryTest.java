package dev.tillstream.analytics.firehose;

import static dev.tillstream.analytics.view.ViewFixture.SALES_REVENUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.row.RowJson;
import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.FirehoseException;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchRequest;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponseEntry;

final class FirehoseDeliveryTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final Scripted firehose = new Scripted();
    private Instant now = START;
    private final FirehoseDelivery delivery =
            new FirehoseDelivery(
                    firehose,
                    "rows",
                    new FirehoseSettings(
                            "",
                            3,
                            Duration.ofMillis(1),
                            Duration.ofMillis(2),
                            Duration.ofSeconds(5)),
                    () -> now,
                    new SplittableRandom(1));

    @Test
    void sendsEachRowAsALine() {
        List<Row> rows = rows(2);
        assertThat(delivery.deliver(rows)).containsExactlyElementsOf(rows);
        assertThat(firehose.sent)
                .containsExactly(
                        List.of(
                                RowJson.write(rows.get(0)) + "\n",
                                RowJson.write(rows.get(1)) + "\n"));
    }

    @Test
    void sendsNoMoreThanFiveHundredAtOnce() {
        assertThat(delivery.deliver(rows(1001))).hasSize(1001);
        assertThat(firehose.sent).extracting(List::size).containsExactly(500, 500, 1);
    }

    @Test
    void sendsOnlyTheRefusedEntriesAgain() {
        List<Row> rows = rows(3);
        firehose.answers.add(request -> answer(request, 1));
        assertThat(delivery.deliver(rows)).containsExactlyElementsOf(rows);
        assertThat(firehose.sent).hasSize(2);
        assertThat(firehose.sent.getLast()).containsExactly(RowJson.write(rows.get(1)) + "\n");
    }

    @Test
    void tellsWhichRowsWereAcceptedWhenSomeNeverAre() {
        List<Row> rows = rows(3);
        firehose.answers.add(request -> answer(request, 0));
        firehose.answers.add(request -> answer(request, 0));
        firehose.answers.add(request -> answer(request, 0));
        assertThat(delivery.deliver(rows)).containsExactly(rows.get(1), rows.get(2));
        assertThat(delivery.isPaused()).isTrue();
    }

    @Test
    void triesAgainAfterAnOutageOfTheNetwork() {
        firehose.answers.add(request -> {
            throw SdkClientException.create("no route");
        });
        assertThat(delivery.deliver(rows(1))).hasSize(1);
        assertThat(delivery.isPaused()).isFalse();
    }

    @Test
    void restsAfterAnErrorThatOnlyAPersonCanMend() {
        firehose.answers.add(request -> {
            throw FirehoseException.builder()
                    .awsErrorDetails(
                            AwsErrorDetails.builder()
                                    .errorCode("ResourceNotFoundException")
                                    .errorMessage("no such delivery stream")
                                    .build())
                    .message("no such delivery stream")
                    .build();
        });
        assertThat(delivery.deliver(rows(501))).isEmpty();
        assertThat(firehose.sent).hasSize(1);

        now = START.plusMillis(4999);
        assertThat(delivery.deliver(rows(1))).isEmpty();
        assertThat(firehose.sent).hasSize(1);

        now = START.plusSeconds(5);
        assertThat(delivery.deliver(rows(1))).hasSize(1);
    }

    private static List<Row> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Row(
                                WindowId.at(SALES_REVENUE, Key.of(new StoreId("s" + i)), START),
                                0,
                                new Totals(Money.of("1.00"), 1, 0, 0)))
                .toList();
    }

    private static PutRecordBatchResponse answer(PutRecordBatchRequest request, int refused) {
        List<PutRecordBatchResponseEntry> entries = new ArrayList<>();
        for (int i = 0; i < request.records().size(); i++) {
            entries.add(
                    i == refused
                            ? PutRecordBatchResponseEntry.builder()
                                    .errorCode("ServiceUnavailableException")
                                    .errorMessage("slow down")
                                    .build()
                            : PutRecordBatchResponseEntry.builder().recordId("r" + i).build());
        }
        return PutRecordBatchResponse.builder()
                .failedPutCount(refused < 0 ? 0 : 1)
                .requestResponses(entries)
                .build();
    }

    /** Accepts everything, after it has given the answers that a test wants first. */
    private static final class Scripted implements FirehoseClient {

        private final Deque<Function<PutRecordBatchRequest, PutRecordBatchResponse>> answers =
                new ArrayDeque<>();
        private final List<List<String>> sent = new ArrayList<>();

        @Override
        public PutRecordBatchResponse putRecordBatch(PutRecordBatchRequest request) {
            sent.add(request.records().stream().map(r -> r.data().asUtf8String()).toList());
            var next = answers.poll();
            return next == null ? answer(request, -1) : next.apply(request);
        }

        @Override
        public String serviceName() {
            return "firehose";
        }

        @Override
        public void close() {}
    }
}
