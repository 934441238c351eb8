package dev.tillstream.analytics.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.window.Rejection;
import dev.tillstream.analytics.window.SaleFixture;
import dev.tillstream.analytics.window.SourceRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RejectionJsonTest {

    private static final Instant NOON = SaleFixture.NOON;

    private final RejectionJson json = new RejectionJson("sales", "shardId-000000000000");

    @Test
    void saysWhyAndFromWhereAndCountsOnceByTheIdentity() {
        var sale = SaleFixture.sale("store_1", "r-1", NOON.plusSeconds(900), "1.00");
        JsonNode written =
                write(
                        new Rejection(
                                source("{\"a\":\n1}".getBytes(StandardCharsets.UTF_8)),
                                Rejection.Reason.TOO_LATE,
                                "its window is no longer kept",
                                sale,
                                "sales_revenue"));
        assertThat(written)
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"reason": "too-late",
                                         "explanation": "its window is no longer kept",
                                         "stream": "sales",
                                         "shard": "shardId-000000000000",
                                         "sequence_number": "4711:0",
                                         "arrived": "2026-11-21T12:00:00Z",
                                         "identity": "%s",
                                         "detail_type": "sales-events",
                                         "store_id": "store_1",
                                         "time": "2026-11-21T12:15:00Z",
                                         "view": "sales_revenue",
                                         "data": "{\\"a\\":\\n1}"}
                                        """
                                                .formatted(sale.identity().id())));
    }

    @Test
    void keepsBytesThatAreNoText() {
        byte[] bytes = {(byte) 0xF3, (byte) 0x89, 0, 1};
        JsonNode written =
                write(
                        new Rejection(
                                source(bytes),
                                Rejection.Reason.UNDECODABLE,
                                "no JSON",
                                null,
                                null));
        assertThat(written.has("data")).isFalse();
        assertThat(written.has("identity")).isFalse();
        assertThat(Base64.getDecoder().decode(written.get("data_base64").stringValue()))
                .isEqualTo(bytes);
    }

    private JsonNode write(Rejection rejection) {
        String line = json.write(rejection);
        assertThat(line).doesNotContain("\n");
        return JsonMapper.shared().readTree(line);
    }

    private static SourceRecord source(byte[] data) {
        return new SourceRecord("4711:0", NOON, ByteBuffer.wrap(data).asReadOnlyBuffer());
    }
}
