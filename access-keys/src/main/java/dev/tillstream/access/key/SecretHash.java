package dev.tillstream.access.key;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a key's secret, which is all that is kept of it.
 *
 * <p>Slow, salted hashes (bcrypt, Argon2) protect passwords, which can be guessed. A secret of 256
 * random bits can't: trying all of them is hopeless however fast the hash is, no two are equal, and
 * no table of hashes has them. So each request costs one SHA-256, well below a microsecond.
 */
public final class SecretHash {

    private static final int LENGTH = 32;

    private final byte[] bytes;

    private SecretHash(byte[] bytes) {
        this.bytes = bytes;
    }

    static SecretHash of(byte[] secret) {
        try {
            return new SecretHash(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** From the table. */
    public static SecretHash stored(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 has 32 bytes, this has " + bytes.length);
        }
        return new SecretHash(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** In a time that tells nothing about where they differ. */
    boolean matches(SecretHash other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }
}
