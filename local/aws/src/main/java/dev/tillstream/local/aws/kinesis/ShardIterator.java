package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.kinesis.stream.StreamName;
import dev.tillstream.local.aws.protocol.AwsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** A place in a shard and when it was handed out; clients carry it as an opaque token. */
record ShardIterator(StreamName stream, String shardId, long position, Instant issuedAt) {

    private static final Duration LIFE = Duration.ofMinutes(5);

    static ShardIterator parse(String token) {
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(token);
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split("\n", -1);
            return new ShardIterator(
                    new StreamName(parts[0]),
                    parts[1],
                    Long.parseLong(parts[2]),
                    Instant.ofEpochMilli(Long.parseLong(parts[3])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | AwsException e) {
            throw AwsException.badRequest("InvalidArgumentException", "Invalid ShardIterator.");
        }
    }

    String token() {
        String plain =
                String.join(
                        "\n",
                        stream.value(),
                        shardId,
                        Long.toString(position),
                        Long.toString(issuedAt.toEpochMilli()));
        return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    ShardIterator checked(Instant now) {
        if (now.isAfter(issuedAt.plus(LIFE))) {
            throw AwsException.badRequest(
                    "ExpiredIteratorException",
                    "Iterator expired: it was created at " + issuedAt + ", it is " + now + ".");
        }
        return this;
    }

    ShardIterator movedTo(long next, Instant now) {
        return new ShardIterator(stream, shardId, next, now);
    }
}
