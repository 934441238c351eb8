package dev.tillstream.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What makes an event the same event however often it is sent: its type, its store and the till's
 * own id. The envelope's id can't: the bus makes it anew at each PutEvents.
 */
public record EventIdentity(String detailType, StoreId storeId, RequestId requestId) {

    private static final int HASH_BYTES = 16;

    /** Never fed, only copied. */
    private static final MessageDigest SHA_256 = newSha256();

    /**
     * The first 16 bytes of the SHA-256 of the three parts, each ended by a zero byte (which none
     * of them can hold): two events share it with a probability of 2<sup>-64</sup> at
     * 2<sup>32</sup> events.
     */
    public byte[] hash() {
        String text = detailType + '\0' + storeId.value() + '\0' + requestId.value() + '\0';
        return Arrays.copyOf(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
    }

    /** The hash as 32 hex digits, fit for a URL, a key or a file name. */
    public String id() {
        return HexFormat.of().formatHex(hash());
    }

    /** A copy is had in half of the time that it takes to look for a new one. */
    private static MessageDigest sha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
