package dev.tillstream.analytics.eventdata;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An event as an item: hash {@code store_id}, range {@code event} ({@code
 * time#detail-type#request_id}), {@code detail} (its JSON), {@code expires_at}.
 */
final class EventItem {

    static final String STORE_ID = "store_id";
    static final String EVENT = "event";
    static final String DETAIL = "detail";
    static final String EXPIRES_AT = "expires_at";

    private static final EventCodec CODEC = new EventCodec();

    private EventItem() {}

    /** What makes two events one item: of one store, type, request and time. */
    record Key(String storeId, String event) {

        static Key of(StoreEvent event) {
            return new Key(
                    event.storeId().value(),
                    event.time() + "#" + event.detailType() + "#" + event.requestId());
        }
    }

    static Map<String, AttributeValue> of(StoreEvent event, Instant expires) {
        Key key = Key.of(event);
        return Map.of(
                STORE_ID,
                AttributeValue.fromS(key.storeId()),
                EVENT,
                AttributeValue.fromS(key.event()),
                DETAIL,
                AttributeValue.fromS(CODEC.encodeDetail(event)),
                EXPIRES_AT,
                AttributeValue.fromN(Long.toString(expires.getEpochSecond())));
    }
}
