package dev.tillstream.producer.input;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A name that fits, with a line's number behind it, into a request id of 128 characters. */
final class Identity {

    private static final int LONGEST = 100;
    private static final int HASH_BYTES = 16;

    private Identity() {}

    static String of(String name) {
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        boolean fits =
                plain.length() <= LONGEST && plain.chars().noneMatch(Character::isISOControl);
        return fits ? plain : hash(plain);
    }

    private static String hash(String name) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
