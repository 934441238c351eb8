package dev.tillstream.local.testing.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.local.testing.LocalAwsExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalAwsExtension.class)
final class FaultsIT {

    @Test
    void strikesAndTellsItsHits() throws Exception {
        try (Faults faults = LocalAwsExtension.faults()) {
            var outage =
                    faults.add(
                            Fault.outage(Duration.ofMinutes(1))
                                    .on("s3", "ListObjects")
                                    .resource("fault-*")
                                    .count(1));

            assertThat(list("fault-bucket")).isEqualTo(503);
            assertThat(list("fault-bucket")).isEqualTo(404);
            assertThat(outage.hits()).isEqualTo(1);
            assertThat(outage.isSpent()).isTrue();
        }
    }

    @Test
    void endsWithItsScope() throws Exception {
        try (Faults faults = LocalAwsExtension.faults()) {
            try (var errors = faults.add(Fault.error().on("s3").resource("fault-bucket").seed(1))) {
                assertThat(list("fault-bucket")).isEqualTo(500);
                assertThat(errors.calls()).isEqualTo(1);
            }
            assertThat(list("fault-bucket")).isEqualTo(404);
        }
    }

    @Test
    void leavesNothingBehindWhenItIsClosed() throws Exception {
        try (Faults faults = LocalAwsExtension.faults()) {
            faults.add(Fault.error().on("s3"));
        }
        assertThat(list("fault-bucket")).isEqualTo(404);
    }

    @Test
    void saysWhyThereCanBeNoSuchFault() {
        try (Faults faults = LocalAwsExtension.faults()) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> faults.add(Fault.conflict().on("sqs")))
                    .withMessageContaining("conflict is for dynamodb");
        }
    }

    private static int list(String bucket) throws Exception {
        URI uri = LocalAwsExtension.endpoint().resolve("/" + bucket);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
