package dev.tillstream.access.dynamodb;

import dev.tillstream.access.key.Role;
import dev.tillstream.access.key.SecretHash;
import dev.tillstream.access.key.StoredKey;
import dev.tillstream.access.key.StoredKey.Previous;
import dev.tillstream.contract.StoreId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A key as an item: {@code key_id}, {@code role}, {@code store_id}, {@code secret_hash}, {@code
 * previous_hash} with {@code previous_until}, {@code created}, {@code rotated}, {@code revoked},
 * {@code revision}. Times are ISO 8601 in UTC.
 */
final class KeyItem {

    static final String ID = "key_id";
    static final String REVISION = "revision";

    private final Map<String, AttributeValue> item;

    private KeyItem(Map<String, AttributeValue> item) {
        this.item = item;
    }

    static Map<String, AttributeValue> of(StoredKey key) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(ID, AttributeValue.fromS(key.id()));
        item.put("role", AttributeValue.fromS(key.role().title()));
        item.put("secret_hash", hash(key.secret()));
        item.put(REVISION, AttributeValue.fromN(String.valueOf(key.revision())));
        put(item, "store_id", key.store());
        put(item, "created", key.created());
        put(item, "rotated", key.rotated());
        put(item, "revoked", key.revoked());
        if (key.previous() != null) {
            item.put("previous_hash", hash(key.previous().secret()));
            put(item, "previous_until", key.previous().until());
        }
        return item;
    }

    static StoredKey read(Map<String, AttributeValue> item) {
        return new KeyItem(item).key();
    }

    private StoredKey key() {
        String store = text("store_id");
        return new StoredKey(
                required(ID).s(),
                Role.titled(required("role").s()),
                store == null ? null : new StoreId(store),
                hash("secret_hash"),
                item.containsKey("previous_hash")
                        ? new Previous(
                                hash("previous_hash"),
                                Instant.parse(required("previous_until").s()))
                        : null,
                Instant.parse(required("created").s()),
                time("rotated"),
                time("revoked"),
                Long.parseLong(required(REVISION).n()));
    }

    private SecretHash hash(String name) {
        return SecretHash.stored(required(name).b().asByteArray());
    }

    private @Nullable Instant time(String name) {
        String text = text(name);
        return text == null ? null : Instant.parse(text);
    }

    private @Nullable String text(String name) {
        AttributeValue value = item.get(name);
        return value == null ? null : value.s();
    }

    private AttributeValue required(String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("a key has no " + name);
        }
        return value;
    }

    private static AttributeValue hash(SecretHash hash) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(hash.bytes()));
    }

    private static void put(Map<String, AttributeValue> item, String name, @Nullable Object value) {
        if (value != null) {
            item.put(name, AttributeValue.fromS(value.toString()));
        }
    }
}
