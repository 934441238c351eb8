package dev.tillstream.local.aws.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsFixture;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3IT {

    private static LocalAws aws;
    private static S3Client s3;

    private final String bucket = "data-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        aws = LocalAwsFixture.start();
        s3 = Clients.of(S3Client.builder(), aws.endpoint());
    }

    @AfterAll
    static void stop() {
        s3.close();
        aws.close();
    }

    @BeforeEach
    void createBucket() {
        s3.createBucket(b -> b.bucket(bucket));
    }

    @Test
    void listsOnlyWhatCanBeHadWhileObjectsAreWritten() throws Exception {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing =
                    IntStream.range(0, 300)
                            .mapToObj(n -> writers.submit(() -> put("raw/" + n, "{}")))
                            .toList();
            while (!writing.stream().allMatch(Future::isDone)) {
                assertThat(s3.listObjectsV2(b -> b.bucket(bucket)).contents())
                        .extracting(S3Object::key)
                        .allMatch(key -> key.matches("raw/\\d{1,3}"));
            }
        }

        assertThat(s3.listObjectsV2(b -> b.bucket(bucket)).contents()).hasSize(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sales_revenue/2010/12/01/08/part-1",
                "United Kingdom/a+b&c=d.json",
                "ümlaut/€",
                "percent%2Fencoded"
            })
    void bringsBackWhatWasPutUnderAnyKey(String key) {
        put(key, "{\"revenue\":1}\n");

        assertThat(s3.getObjectAsBytes(b -> b.bucket(bucket).key(key)).asUtf8String())
                .isEqualTo("{\"revenue\":1}\n");
        assertThat(s3.listObjectsV2(b -> b.bucket(bucket)).contents())
                .extracting(S3Object::key)
                .containsExactly(key);
    }

    @Test
    void listsByPrefixAndDelimiterInPages() {
        put("raw/1", "x");
        put("raw/2", "x");
        put("sales/1", "x");

        assertThat(s3.listObjectsV2(b -> b.bucket(bucket).delimiter("/")).commonPrefixes())
                .extracting(CommonPrefix::prefix)
                .containsExactly("raw/", "sales/");
        assertThat(
                        s3.listObjectsV2Paginator(b -> b.bucket(bucket).prefix("raw/").maxKeys(1))
                                .contents())
                .extracting(S3Object::key)
                .containsExactly("raw/1", "raw/2");
    }

    @Test
    void saysThatAnObjectIsNotThere() {
        assertThatExceptionOfType(NoSuchKeyException.class)
                .isThrownBy(() -> s3.getObjectAsBytes(b -> b.bucket(bucket).key("nope")));
    }

    @Test
    void takesObjectsLargerThanTheLimitOfTheJsonServices() {
        try (var async = Clients.of(S3AsyncClient.builder(), aws.endpoint())) {
            byte[] large = new byte[20 << 20];
            async.putObject(b -> b.bucket(bucket).key("large"), AsyncRequestBody.fromBytes(large))
                    .join();

            assertThat(
                            async.getObject(
                                            b -> b.bucket(bucket).key("large"),
                                            AsyncResponseTransformer.toBytes())
                                    .join()
                                    .asByteArray())
                    .isEqualTo(large);
        }
    }

    @Test
    void answersAnUnsignedGetAsABrowserSendsIt() throws Exception {
        put("page", "plain");
        var request = HttpRequest.newBuilder(URI.create(aws.endpoint() + "/" + bucket + "/page"));

        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request.build(), BodyHandlers.ofString()).body())
                    .isEqualTo("plain");
        }
    }

    private void put(String key, String text) {
        s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString(text));
    }
}
