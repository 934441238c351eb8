package dev.tillstream.local.aws.engine;

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

/** S3Proxy on a temporary folder that goes when it stops, on a free port of its own. */
public final class S3Engine implements AutoCloseable {

    private final Path folder;
    private final S3Proxy proxy;

    public S3Engine() throws Exception {
        // Absolute: listings of a relative folder are empty.
        folder = Files.createTempDirectory("tillstream-s3-").toAbsolutePath();
        var properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", folder.toString());
        proxy =
                S3Proxy.builder()
                        .blobStore(new AtomicListing(BlobStores.create("filesystem", properties)))
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
        Files.walkFileTree(folder, new Delete());
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
