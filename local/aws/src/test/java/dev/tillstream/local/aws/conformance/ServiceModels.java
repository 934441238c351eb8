package dev.tillstream.local.aws.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AWS's service models, as botocore's package on PyPI carries them. */
final class ServiceModels {

    private static final URI WHEEL =
            URI.create(
                    "https://files.pythonhosted.org/packages/e1/9a/9f1d955c2eebefb6bd20de740ae7a05e7b015c63f0f01dba338dcf29cc68/botocore-1.43.11-py3-none-any.whl");
    private static final String SHA256 =
            "0108b5604df5a26918936c845e1e761866ee9ea8d1c1f9358ed3c69afdc37436";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ZipFile wheel;
    private final Map<String, JsonNode> models = new ConcurrentHashMap<>();

    private ServiceModels(ZipFile wheel) {
        this.wheel = wheel;
    }

    /** Takes the package from this folder, or from PyPI into it. */
    static ServiceModels in(Path cache) throws IOException, InterruptedException {
        Path file = cache.resolve(SHA256 + ".whl");
        if (!Files.exists(file)) {
            Files.createDirectories(cache);
            Path part = Files.createTempFile(cache, "botocore", ".part");
            download(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return new ServiceModels(new ZipFile(file.toFile()));
    }

    /**
     * @param service botocore's name of it, such as {@code events}
     */
    JsonNode of(String service) {
        return models.computeIfAbsent(service, this::read);
    }

    private JsonNode read(String service) {
        String folder = "botocore/data/" + service + "/";
        ZipEntry newest =
                wheel.stream()
                        .map(ZipEntry.class::cast)
                        .filter(entry -> entry.getName().startsWith(folder))
                        .filter(entry -> entry.getName().endsWith("/service-2.json.gz"))
                        .reduce((older, newer) -> newer)
                        .orElseThrow(() -> new IllegalArgumentException("No model of " + service));
        try (var json = new GZIPInputStream(wheel.getInputStream(newest))) {
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("Can't read the model of " + service, e);
        }
    }

    private static void download(Path file) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            int status =
                    http.send(
                                    HttpRequest.newBuilder(WHEEL).timeout(PATIENCE).build(),
                                    HttpResponse.BodyHandlers.ofFile(file))
                            .statusCode();
            String digest = digest(file);
            if (!digest.equals(SHA256)) {
                Files.delete(file);
                throw new IOException(WHEEL + " answered " + status + " and has SHA-256 " + digest);
            }
        }
    }

    private static String digest(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
