package dev.tillstream.local.launcher;

import dev.tillstream.access.key.Role;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.launcher.house.Ports;
import dev.tillstream.local.launcher.house.Service;
import dev.tillstream.producer.key.KeyFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Commands to paste into another terminal. */
final class Curl {

    private Curl() {}

    /**
     * Each with a key of its own.
     *
     * @param keys files that {@code curl -H @FILE} takes
     */
    static List<String> lines(Ports ports, KeyFolder keys) {
        Path store = keys.fileOf(new StoreId("store_1"));
        Path reader = keys.fileOfRole(Role.READER.title());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return List.of(
                """
                curl -s %s/events -H @%s -H 'Content-Type: application/json' -d '{"detail-type":"sales-events","time":"%s",\
                "detail":{"request_id":"my-sale-%d","store_id":"store_1","name":"Kite","category":"Toys",\
                "sku":"TY-6002","sales":22.00}}'\
                """
                        .formatted(ports.address(Service.INGEST), store, now, now.getEpochSecond()),
                "curl -s '%s/orders?store_id=store_1&limit=3' -H @%s"
                        .formatted(ports.address(Service.DISPATCH), reader),
                "curl -s '%s/stock?store_id=store_1&sku=TY-6002' -H @%s"
                        .formatted(ports.address(Service.WAREHOUSE), reader));
    }
}
