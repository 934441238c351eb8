package dev.tillstream.local.aws.engine;

import dev.tillstream.local.aws.disk.Disk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.jspecify.annotations.Nullable;

/** S3Proxy on a folder, on a free port of its own. */
public final class S3Engine implements AutoCloseable {

    private final Path folder;
    private final boolean temporary;
    private final S3Proxy proxy;

    /**
     * @param lasting absolute folder of the buckets; if null, a temporary one that goes when it
     *     stops
     */
    public S3Engine(@Nullable Path lasting, Disk disk) throws Exception {
        temporary = lasting == null;
        // Absolute: listings of a relative folder are empty.
        folder =
                lasting == null
                        ? Files.createTempDirectory("tillstream-s3-").toAbsolutePath()
                        : lasting;
        var properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", folder.toString());
        var writes = new UnfinishedWrites(folder, disk);
        writes.removeLeft();
        proxy =
                S3Proxy.builder()
                        .blobStore(
                                new AtomicListing(
                                        BlobStores.create("filesystem", properties), writes))
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .ignoreUnknownHeaders(true)
                        .build();
        proxy.start();
    }

    public int port() {
        return proxy.getPort();
    }

    @Override
    public void close() throws IOException {
        try {
            proxy.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("S3Proxy does not stop", e);
        }
        if (temporary) {
            Files.walkFileTree(folder, new Delete());
        }
    }

    private static final class Delete extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
