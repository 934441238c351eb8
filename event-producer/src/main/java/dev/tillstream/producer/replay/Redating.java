package dev.tillstream.producer.replay;

import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events at other times. What happens again is something else: it gets a name of its own, or
 * everybody would take it for a repeat of the first and leave it out.
 */
record Redating(Instant run) {

    private static final int LONGEST_ID = 128;
    private static final JsonMapper EXACT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    StoreEvent of(StoreEvent event, Instant time) {
        RequestId id = id(event.requestId());
        return switch (event) {
            case SaleRecorded sale ->
                    new SaleRecorded(
                            sale.storeId(),
                            id,
                            time,
                            sale.name(),
                            sale.category(),
                            sale.sku(),
                            sale.sales(),
                            sale.returned(),
                            sale.quantity(),
                            sale.extra());
            case InventoryChanged change ->
                    new InventoryChanged(
                            change.storeId(),
                            id,
                            time,
                            change.name(),
                            change.category(),
                            change.sku(),
                            change.change(),
                            change.quantity(),
                            change.extra());
            case OtherEvent other ->
                    new OtherEvent(
                            other.detailType(), other.storeId(), id, time, renamed(other, id));
        };
    }

    private RequestId id(RequestId id) {
        String name = id.value() + "@" + run.toEpochMilli();
        return new RequestId(
                name.length() <= LONGEST_ID
                        ? name
                        : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private static String renamed(OtherEvent event, RequestId id) {
        ObjectNode detail = (ObjectNode) EXACT.readTree(event.extra());
        return EXACT.writeValueAsString(detail.put("request_id", id.value()));
    }
}
