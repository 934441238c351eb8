package dev.tillstream.local.aws.kinesis.stream;

import static java.math.BigInteger.ONE;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The hash keys of a shard, both ends included. */
public record HashRange(BigInteger start, BigInteger end) {

    public static final HashRange ALL =
            new HashRange(BigInteger.ZERO, ONE.shiftLeft(128).subtract(ONE));

    public HashRange {
        if (start.compareTo(end) > 0) {
            throw new IllegalArgumentException("Empty range " + start + " to " + end);
        }
    }

    /** Where Kinesis puts a partition key: its MD5 as an unsigned number. */
    public static BigInteger hash(String partitionKey) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return new BigInteger(1, md5.digest(partitionKey.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5", e);
        }
    }

    /** Cuts all keys into equal ranges; the last one takes the remainder. */
    static List<HashRange> divide(int count) {
        BigInteger step = ALL.end.add(ONE).divide(BigInteger.valueOf(count));
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    BigInteger start = step.multiply(BigInteger.valueOf(i));
                    BigInteger end = i == count - 1 ? ALL.end : start.add(step).subtract(ONE);
                    return new HashRange(start, end);
                })
                .toList();
    }

    public boolean contains(BigInteger key) {
        return start.compareTo(key) <= 0 && key.compareTo(end) <= 0;
    }

    /** First key of the upper half. */
    BigInteger middle() {
        return start.add(end).shiftRight(1).add(ONE);
    }

    HashRange below(BigInteger key) {
        return new HashRange(start, key.subtract(ONE));
    }

    HashRange from(BigInteger key) {
        return new HashRange(key, end);
    }

    /** The one range of two that adjoin. */
    Optional<HashRange> join(HashRange other) {
        boolean adjoin = end.add(ONE).equals(other.start) || other.end.add(ONE).equals(start);
        return adjoin
                ? Optional.of(new HashRange(start.min(other.start), end.max(other.end)))
                : Optional.empty();
    }
}
