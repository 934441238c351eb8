package dev.tillstream.local.launcher;

import dev.tillstream.local.launcher.house.Ports;
import dev.tillstream.local.launcher.house.Service;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Commands to paste into another terminal. */
final class Curl {

    private Curl() {}

    static List<String> lines(Ports ports) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return List.of(
                """
                curl -s %s/events -H 'Content-Type: application/json' -d '{"detail-type":"sales-events","time":"%s",\
                "detail":{"request_id":"my-sale-%d","store_id":"store_1","name":"Kite","category":"Toys",\
                "sku":"TY-6002","sales":22.00}}'\
                """
                        .formatted(ports.address(Service.INGEST), now, now.getEpochSecond()),
                "curl -s '%s/orders?store_id=store_1&limit=3'"
                        .formatted(ports.address(Service.DISPATCH)),
                "curl -s '%s/stock?store_id=store_1&sku=TY-6002'"
                        .formatted(ports.address(Service.WAREHOUSE)));
    }
}
