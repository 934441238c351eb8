package dev.tillstream.local.aws.firehose;

import dev.tillstream.local.aws.firehose.stream.DeliveryStream;
import dev.tillstream.local.aws.firehose.stream.DeliveryStream.Surroundings;
import dev.tillstream.local.aws.protocol.AwsException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The delivery streams of the account by name. */
final class DeliveryStreams {

    private final Map<String, DeliveryStream> streams = new ConcurrentHashMap<>();
    private final Set<DeliveryStream> deleted = ConcurrentHashMap.newKeySet();
    private final StreamShelf shelf;

    /** Those of an earlier process are there again, deleted ones to write what they hold. */
    DeliveryStreams(StreamShelf shelf, Surroundings surroundings) {
        this.shelf = shelf;
        shelf.restore(
                surroundings,
                (stream, wasDeleted) -> {
                    stream.start();
                    if (wasDeleted) {
                        retire(stream);
                    } else {
                        streams.put(stream.name(), stream);
                    }
                });
    }

    long nextNumber() {
        return shelf.nextNumber();
    }

    void add(DeliveryStream stream) {
        if (streams.putIfAbsent(stream.name(), stream) != null) {
            throw AwsException.badRequest(
                    "ResourceInUseException", "Firehose " + stream.name() + " already exists");
        }
        shelf.save(stream, false);
        stream.start();
    }

    DeliveryStream get(String name) {
        DeliveryStream stream = streams.get(name);
        if (stream == null) {
            throw notFound(name);
        }
        return stream;
    }

    List<DeliveryStream> all() {
        return streams.values().stream()
                .sorted(Comparator.comparing(DeliveryStream::name))
                .toList();
    }

    /** What it holds is still written. */
    void delete(String name) {
        DeliveryStream stream = streams.remove(name);
        if (stream == null) {
            throw notFound(name);
        }
        retire(stream);
    }

    /** Writes what all hold, within this time altogether. */
    void close(Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        deleted.addAll(streams.values());
        deleted.forEach(DeliveryStream::retire);
        for (DeliveryStream stream : deleted) {
            Duration left = Duration.between(Instant.now(), deadline);
            stream.close(left.isNegative() ? Duration.ZERO : left);
        }
    }

    private void retire(DeliveryStream stream) {
        shelf.save(stream, true);
        deleted.add(stream);
        stream.delete(() -> {
            shelf.remove(stream);
            deleted.remove(stream);
        });
    }

    private static AwsException notFound(String name) {
        return AwsException.badRequest(
                "ResourceNotFoundException", "Firehose " + name + " not found");
    }
}
