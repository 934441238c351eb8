package dev.tillstream.local.aws.firehose;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.disk.Shelf;
import dev.tillstream.local.aws.firehose.stream.DeliveryStream;
import dev.tillstream.local.aws.firehose.stream.DeliveryStream.Surroundings;
import dev.tillstream.local.aws.firehose.stream.Destination;
import dev.tillstream.local.aws.protocol.Input;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The delivery streams on disk by their numbers, deleted ones too while they hold records. */
final class StreamShelf {

    private final Shelf<Long> streams;
    private final AtomicLong numbers = new AtomicLong();

    StreamShelf(Disk disk) {
        streams = disk.numbered("firehose.streams");
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    void save(DeliveryStream stream, boolean deleted) {
        streams.put(stream.number(), () -> write(stream, deleted));
    }

    void remove(DeliveryStream stream) {
        streams.remove(stream.number());
    }

    /** Makes those of an earlier process again; told with each is whether it had been deleted. */
    void restore(Surroundings surroundings, BiConsumer<DeliveryStream, Boolean> use) {
        Map<Long, JsonNode> found = new TreeMap<>();
        streams.forEach(found::put);
        found.forEach((number, node) -> {
            numbers.set(number);
            use.accept(read(number, node, surroundings), node.path("deleted").booleanValue());
        });
    }

    private static ObjectNode write(DeliveryStream stream, boolean deleted) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", stream.name())
                        .put("deleted", deleted);
        node.set("created", Timestamps.node(stream.created()));
        node.set("destination", stream.destination().definition());
        return node;
    }

    private static DeliveryStream read(long number, JsonNode node, Surroundings surroundings) {
        return new DeliveryStream(
                number,
                node.path("name").stringValue(),
                Destination.parse(new Input(node.path("destination"))),
                Timestamps.read(node.path("created")),
                surroundings);
    }
}
