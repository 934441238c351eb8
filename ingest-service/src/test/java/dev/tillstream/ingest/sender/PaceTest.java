package dev.tillstream.ingest.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.contract.StoreId;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final StoreId STORE = new StoreId("store_1");

    private final AtomicLong nanos = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Pace pace = new Pace(new PaceSettings(10, 100, 1_000), clock(), meters);

    @Test
    void letsABurstInAndThenNothingUntilTokensAreBack() {
        pace.enter(STORE).consumeIgnoringRateLimits(100);

        assertThatThrownBy(() -> pace.enter(STORE))
                .asInstanceOf(InstanceOfAssertFactories.type(TooFastException.class))
                .satisfies(tooFast -> {
                    assertThat(tooFast.getStatusCode().value()).isEqualTo(429);
                    assertThat(tooFast.getHeaders().getFirst("Retry-After")).isEqualTo("1");
                });
        assertThat(meters.get("tillstream.ingest.slowed").counter().count()).isEqualTo(1);

        pass(0.1);
        assertThat(pace.enter(STORE).getAvailableTokens()).isEqualTo(1);
    }

    @Test
    void aRequestIsNeverRefusedHalfDoneAndTheDebtIsWaitedFor() {
        pace.enter(STORE).consumeIgnoringRateLimits(600);

        assertThatThrownBy(() -> pace.enter(STORE))
                .asInstanceOf(InstanceOfAssertFactories.type(TooFastException.class))
                .satisfies(tooFast ->
                        assertThat(tooFast.getHeaders().getFirst("Retry-After")).isEqualTo("51"));
        pass(50.1);
        assertThat(pace.enter(STORE).getAvailableTokens()).isEqualTo(1);
    }

    @Test
    void anotherStoreIsNotSlowed() {
        pace.enter(STORE).consumeIgnoringRateLimits(600);

        assertThat(pace.enter(new StoreId("store_2")).getAvailableTokens()).isEqualTo(100);
    }

    private void pass(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
    }

    private TimeMeter clock() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.get();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }
}
