package dev.tillstream.producer.manifest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far each entry of a manifest was sent, in a file that outlasts kill -9 and a loss of power.
 * One process at a time has it.
 */
public final class Marks implements Closeable {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final FileChannel lock;
    private final Map<String, Mark> marks;

    private Marks(Path file, FileChannel lock, Map<String, Mark> marks) {
        this.file = file;
        this.lock = lock;
        this.marks = marks;
    }

    /**
     * Reads what is there.
     *
     * @throws BadManifestException if it can't be read, or another process has it
     */
    public static Marks open(Path file) {
        try {
            FileChannel lock =
                    FileChannel.open(
                            Path.of(file + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!isTaken(lock)) {
                lock.close();
                throw new BadManifestException(file + ": another process is sending this manifest");
            }
            Map<String, Mark> marks =
                    Files.exists(file)
                            ? JSON.readValue(
                                    Files.readString(file),
                                    new TypeReference<Map<String, Mark>>() {})
                            : Map.of();
            return new Marks(file, lock, new TreeMap<>(marks));
        } catch (IOException | JacksonException e) {
            throw new BadManifestException(file + ": can't be read: " + e.getMessage());
        }
    }

    /**
     * How far an entry was sent.
     *
     * @throws BadManifestException if its object is another one by now
     */
    synchronized Mark of(Manifest.Entry entry, String version) {
        Mark mark = marks.getOrDefault(entry.id(), Mark.start(version));
        if (!mark.version().equals(version)) {
            throw new BadManifestException(
                    "%s has changed since a part of it was sent: send it under another name, or delete %s to begin anew"
                            .formatted(entry.id(), file));
        }
        return mark;
    }

    /** Returns when it is on the disk. */
    synchronized void put(Manifest.Entry entry, Mark mark) throws IOException {
        marks.put(entry.id(), mark);
        Path fresh = Path.of(file + ".new");
        try (FileChannel out =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(marks));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            folder.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
