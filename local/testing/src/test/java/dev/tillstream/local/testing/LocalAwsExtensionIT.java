package dev.tillstream.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalAwsExtension.class)
final class LocalAwsExtensionIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void startsAnAwsThatIsUp() throws Exception {
        var health =
                send(
                        HttpRequest.newBuilder(
                                LocalAwsExtension.endpoint().resolve("/_local/health")));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"UP\"");
    }

    @Test
    void pointsEverySdkClientOfTheJvmAtIt() {
        assertThat(LocalAwsExtension.endpoint())
                .isEqualTo(URI.create(System.getProperty("aws.endpointUrl")))
                .hasHost("127.0.0.1");
        assertThat(System.getProperty("aws.region")).isEqualTo("us-east-1");
        assertThat(System.getProperty("aws.accessKeyId")).isEqualTo("test");
        assertThat(System.getProperty("aws.secretAccessKey")).isEqualTo("test");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
