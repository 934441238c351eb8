package dev.tillstream.analytics.window;

import dev.tillstream.contract.StoreId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The part of Kinesis's key space, [0, 2<sup>128</sup>), that one shard gets, both ends included: a
 * store belongs to the shard whose range holds the MD5 of its name.
 */
public record KeyRange(BigInteger first, BigInteger last) {

    private static final int BITS = 128;

    /** How many equal parts {@link #slotOf} tells apart. */
    public static final int SLOTS = 16;

    public static final KeyRange ALL =
            new KeyRange(BigInteger.ZERO, BigInteger.ONE.shiftLeft(BITS).subtract(BigInteger.ONE));

    public boolean holds(StoreId store) {
        BigInteger key = keyOf(store);
        return key.compareTo(first) >= 0 && key.compareTo(last) <= 0;
    }

    /** The sixteenth of the key space that a store lies in. */
    public static int slotOf(StoreId store) {
        return slotOf(keyOf(store));
    }

    public int firstSlot() {
        return slotOf(first);
    }

    public int lastSlot() {
        return slotOf(last);
    }

    private static int slotOf(BigInteger key) {
        return key.shiftRight(BITS - 4).intValueExact();
    }

    private static BigInteger keyOf(StoreId store) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return new BigInteger(1, md5.digest(store.value().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
