package dev.tillstream.analytics.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.retry.Parallel;
import dev.tillstream.analytics.view.Measure;
import dev.tillstream.analytics.view.Timing;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.ViewFixture;
import dev.tillstream.analytics.window.Arrival;
import dev.tillstream.analytics.window.CountingMeter;
import dev.tillstream.analytics.window.KeyRange;
import dev.tillstream.analytics.window.Limits;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.SaleFixture;
import dev.tillstream.analytics.window.ShardWindows;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.contract.Money;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A worker that dies before or after each of its calls to the real table, and its successor. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
final class CrashIT {

    private static final Instant NOON = SaleFixture.NOON;
    private static final Instant EVENING = NOON.plusSeconds(10_000);

    private final View view =
            ViewFixture.revenue(
                    "crash-" + UUID.randomUUID(),
                    Measure.Returns.SUBTRACT,
                    new Timing(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ZERO),
                    "store_id");
    private final List<Row> delivered = new ArrayList<>();
    private final DyingCalls calls = new DyingCalls();
    private final DynamoDbClient dying = client(calls);
    private final DynamoDbClient sound = client(new ExecutionInterceptor() {});

    @AfterEach
    void close() {
        dying.close();
        sound.close();
    }

    /** Load, append; load, append, store row, mark sent; load, append, store row, mark sent. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void isContinuedExactlyByItsSuccessor(int step) {
        calls.left = step;
        ShardWindows worker = worker(dying);
        try {
            work(worker);
        } catch (IllegalStateException e) {
            assertThat(e).hasRootCauseInstanceOf(DyingCalls.Death.class);
        }
        ShardWindows successor = worker(sound);
        successor.sweep(KeyRange.ALL, NOON);
        work(successor);
        successor.sweep(KeyRange.ALL, EVENING);
        successor.publish(EVENING.plusSeconds(5));

        assertThat(delivered.getLast().totals().amount()).isEqualTo(Money.of("17.50"));
        assertThat(delivered.getLast().totals().events()).isEqualTo(4);
        assertThat(delivered.stream().map(Row::revision).distinct().count())
                .as("one content for each revision")
                .isEqualTo(delivered.stream().map(Row::totals).distinct().count());
        assertThat(delivered.stream().map(Row::totals).map(Totals::events)).isSorted();
    }

    /** Reads the same records as every worker, from the start. */
    private void work(ShardWindows worker) {
        worker.accept(List.of(sale("1", "10.00"), sale("2", "5.00")));
        worker.flush();
        worker.accept(List.of(sale("2", "5.00"), sale("3", "2.00")));
        worker.flush();
        worker.publish(EVENING);
        worker.accept(List.of(sale("4", "0.50"), sale("1", "10.00")));
        worker.flush();
        worker.publish(EVENING);
    }

    private ShardWindows worker(DynamoDbClient dynamo) {
        var settings =
                new StateSettings(
                        WindowsTable.NAME, Duration.ofDays(35), Duration.ofDays(1100), 8, 8);
        return new ShardWindows(
                List.of(view),
                new Limits(Duration.ofMinutes(10), 100),
                new DynamoWindows(
                        dynamo,
                        settings,
                        new Parallel(settings.parallelism()),
                        InstantSource.system(),
                        "sales-events"),
                rows -> {
                    delivered.addAll(rows);
                    return rows;
                },
                rejections -> {},
                new CountingMeter());
    }

    private static Arrival sale(String id, String sales) {
        return SaleFixture.arrival(SaleFixture.sale("store_1", id, NOON, sales));
    }

    private static DynamoDbClient client(ExecutionInterceptor interceptor) {
        return DynamoDbClient.builder()
                .httpClientBuilder(ApacheHttpClient.builder())
                .overrideConfiguration(config -> config.addExecutionInterceptor(interceptor))
                .build();
    }

    /** Counts down before and after each call, and dies at zero and ever after. */
    private static final class DyingCalls implements ExecutionInterceptor {

        private int left;

        private static final class Death extends RuntimeException {
            private static final long serialVersionUID = 1;
        }

        @Override
        public void beforeTransmission(
                Context.BeforeTransmission context, ExecutionAttributes attributes) {
            step();
        }

        @Override
        public void afterTransmission(
                Context.AfterTransmission context, ExecutionAttributes attributes) {
            step();
        }

        private void step() {
            if (--left <= 0) {
                throw new Death();
            }
        }
    }
}
