package dev.tillstream.local.aws.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that everything durable is in; one process at a time has it. */
public final class DataFolder implements AutoCloseable {

    private final Path folder;
    private final FileChannel lock;
    private final DiskFile disk;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
        this.disk = new DiskFile(folder.resolve("services.mv"));
    }

    /** Takes the folder, made if it isn't there. */
    public static DataFolder open(Path path) throws IOException {
        // Absolute: the S3 engine lists nothing in a relative folder.
        Path folder = Files.createDirectories(path.toAbsolutePath().normalize());
        FileChannel lock =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!locked(lock)) {
            lock.close();
            throw new DataTakenException(folder);
        }
        try {
            return new DataFolder(folder, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw new IOException("%s can't be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** For an engine with files of its own. */
    public Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** For the services of our own. */
    public Disk disk() {
        return disk;
    }

    @Override
    public void close() throws IOException {
        disk.close();
        lock.close();
    }

    /** The operating system gives the lock back when the process ends, however it ends. */
    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
