package dev.tillstream.local.aws.engine;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.disk.Shelf;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Remembers which objects are being written: the file system store writes {@code KEY-UUID} first
 * and renames it, and what a crash leaves of that would be listed as an object that nobody put.
 */
final class UnfinishedWrites {

    private final Path folder;
    private final Disk disk;
    private final Shelf<Long> writes;
    private final AtomicLong numbers = new AtomicLong();

    UnfinishedWrites(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
        this.writes = disk.numbered("s3.writes");
    }

    <T> T during(String bucket, String key, Supplier<T> write) {
        long number = numbers.incrementAndGet();
        writes.put(
                number,
                () -> {
                    var node =
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("bucket", bucket)
                                    .put("key", key);
                    node.set("since", Timestamps.node(Instant.now()));
                    return node;
                });
        disk.commit();
        try {
            return write.get();
        } finally {
            writes.remove(number);
        }
    }

    /** Removes what a crash of an earlier process left. */
    void removeLeft() throws IOException {
        Map<Long, JsonNode> left = new HashMap<>();
        writes.forEach(left::put);
        for (var entry : left.entrySet()) {
            JsonNode write = entry.getValue();
            remove(
                    folder.resolve(write.path("bucket").stringValue())
                            .resolve(write.path("key").stringValue()),
                    Timestamps.read(write.path("since")));
            writes.remove(entry.getKey());
        }
    }

    private static void remove(Path object, Instant since) throws IOException {
        Path parent = object.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        Pattern unfinished =
                Pattern.compile(Pattern.quote(object.getFileName() + "-") + "[0-9a-f-]{36}");
        List<Path> files;
        try (Stream<Path> all = Files.list(parent)) {
            files =
                    all.filter(file -> unfinished.matcher(file.getFileName().toString()).matches())
                            .toList();
        }
        for (Path file : files) {
            Instant made =
                    Files.readAttributes(file, BasicFileAttributes.class)
                            .creationTime()
                            .toInstant();
            // An object may have such a name; one that was there before is none of ours.
            if (!made.isBefore(since)) {
                Files.delete(file);
            }
        }
    }
}
