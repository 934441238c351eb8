package dev.tillstream.analytics;

import dev.tillstream.contract.SaleRecorded;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A till that sells without a break: 25 sales every 50 ms. */
final class Shift {

    private static final int SALES = 25;
    private static final long PAUSE_MILLIS = 50;

    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private final Thread till;
    private volatile @Nullable RuntimeException failure;

    /** Sells while something happens, and no longer: after it the day changes no more. */
    static void during(Day day, Consumer<List<SaleRecorded>> stream, Runnable action) {
        var shift = new Shift(day, stream);
        try {
            action.run();
        } finally {
            shift.close();
        }
    }

    private Shift(Day day, Consumer<List<SaleRecorded>> stream) {
        till =
                Thread.ofPlatform()
                        .name("till")
                        .start(() -> {
                            try {
                                while (!end.isDone()) {
                                    stream.accept(day.sell(SALES, Instant.now()));
                                    end.copy()
                                            .completeOnTimeout(
                                                    null, PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                                            .join();
                                }
                            } catch (RuntimeException e) {
                                failure = e;
                            }
                        });
    }

    private void close() {
        end.complete(null);
        try {
            till.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (failure != null) {
            throw new IllegalStateException("the till broke down", failure);
        }
    }
}
