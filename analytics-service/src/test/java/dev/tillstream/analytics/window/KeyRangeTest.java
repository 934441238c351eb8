package dev.tillstream.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.StoreId;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class KeyRangeTest {

    /** As {@code echo -n store_1 | md5sum} says. */
    private static final String STORE_MD5 = "5332e193731ff9014b6f029a1b62532b";

    private static final StoreId STORE = new StoreId("store_1");

    private static final BigInteger KEY = new BigInteger(STORE_MD5, 16);

    @Test
    void holdsTheStoresWhoseHashLiesInIt() {
        assertThat(KeyRange.ALL.holds(STORE)).isTrue();
        assertThat(new KeyRange(KEY, KEY).holds(STORE)).isTrue();
        assertThat(new KeyRange(KEY.add(BigInteger.ONE), KeyRange.ALL.last()).holds(STORE))
                .isFalse();
        assertThat(new KeyRange(BigInteger.ZERO, KEY.subtract(BigInteger.ONE)).holds(STORE))
                .isFalse();
    }

    @Test
    void coversTheSlotsOfItsStores() {
        int slot = KeyRange.slotOf(STORE);
        assertThat(slot).isEqualTo(Character.digit(STORE_MD5.charAt(0), 16));
        var range = new KeyRange(KEY, KEY);
        assertThat(range.firstSlot()).isEqualTo(slot);
        assertThat(range.lastSlot()).isEqualTo(slot);
        assertThat(KeyRange.ALL.firstSlot()).isZero();
        assertThat(KeyRange.ALL.lastSlot()).isEqualTo(KeyRange.SLOTS - 1);
    }
}
