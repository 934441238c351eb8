package dev.tillstream.access.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its owner has it: {@code till_<id>_<secret>_<checksum>}, in lower-case hexadecimal. The
 * prefix lets scanners find keys that were published by mistake; the checksum lets us refuse
 * mistyped and invented ones without asking the table.
 */
public final class AccessKey {

    private static final int ID_BYTES = 6;

    /** 256 bits: nobody guesses one, so a fast hash of it is enough; see {@link SecretHash}. */
    private static final int SECRET_BYTES = 32;

    private static final Pattern TEXT =
            Pattern.compile("(till_([0-9a-f]{12})_([0-9a-f]{64}))_([0-9a-f]{8})");
    private static final HexFormat HEX = HexFormat.of();

    private final String id;
    private final byte[] secret;

    private AccessKey(String id, byte[] secret) {
        this.id = id;
        this.secret = secret;
    }

    /** A new key under a new id. */
    static AccessKey random(SecureRandom random) {
        return withId(HEX.formatHex(bytes(ID_BYTES, random)), random);
    }

    /** A new secret for a known id. */
    static AccessKey withId(String id, SecureRandom random) {
        return new AccessKey(id, bytes(SECRET_BYTES, random));
    }

    /** Empty for everything that was never a key. */
    public static Optional<AccessKey> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches() && checksum(parts.group(1)).equals(parts.group(4))
                ? Optional.of(new AccessKey(parts.group(2), HEX.parseHex(parts.group(3))))
                : Optional.empty();
    }

    /** The part that is no secret: 12 hexadecimal digits. */
    public String id() {
        return id;
    }

    public SecretHash hash() {
        return SecretHash.of(secret);
    }

    /** The whole key, to be shown to its owner once. */
    public String reveal() {
        String start = "till_" + id + "_" + HEX.formatHex(secret);
        return start + "_" + checksum(start);
    }

    /** Without the secret, so that no log shows it by mistake. */
    @Override
    public String toString() {
        return "till_" + id + "_...";
    }

    private static byte[] bytes(int count, SecureRandom random) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        return HEX.toHexDigits((int) crc.getValue());
    }
}
