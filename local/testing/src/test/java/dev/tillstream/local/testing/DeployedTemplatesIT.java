package dev.tillstream.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
final class DeployedTemplatesIT {
    @Test
    void areThereBeforeTheFirstTest() throws Exception {
        var list =
                HttpRequest.newBuilder(LocalAwsExtension.endpoint())
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "AmazonSQS.ListQueues")
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=test/20210101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            var queues = http.send(list, HttpResponse.BodyHandlers.ofString());
            assertThat(queues.body()).contains("tillstream-dispatch", "tillstream-dispatch-dlq");
        }
    }
}
