package dev.tillstream.local.launcher.demo;

import dev.tillstream.local.audit.stored.Bucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/** Copies what was delivered to S3 into a folder, under the objects' keys. */
final class DeliveredFiles {

    private static final List<String> PREFIXES = List.of("raw/", "sales_revenue/");

    private final Bucket bucket;

    DeliveredFiles(S3Client s3, String project) {
        bucket = new Bucket(s3, project + "-data-000000000000");
    }

    /** Copies of an earlier run are replaced. */
    void copyTo(Path out) throws IOException {
        for (String prefix : PREFIXES) {
            Path folder = out.resolve("s3").resolve(prefix);
            deleteTree(folder);
            Files.createDirectories(folder);
            try (Stream<String> keys = bucket.keys(prefix)) {
                for (String key : keys.toList()) {
                    Path file = out.resolve("s3").resolve(key);
                    Files.createDirectories(file.getParent());
                    Files.write(file, bucket.bytes(key));
                }
            }
        }
    }

    static void writeRevenue(Path out, String csv) throws IOException {
        Files.writeString(Files.createDirectories(out).resolve("revenue.csv"), csv);
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
