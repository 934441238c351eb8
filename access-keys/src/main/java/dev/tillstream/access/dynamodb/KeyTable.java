package dev.tillstream.access.dynamodb;

import dev.tillstream.access.key.KeyBook;
import dev.tillstream.access.key.KeysUnavailableException;
import dev.tillstream.access.key.StoredKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Keys in DynamoDB. How long a call may take is the client's affair. */
public final class KeyTable implements KeyBook {

    private final DynamoDbClient client;
    private final String name;

    /** On the table of that name. */
    public KeyTable(DynamoDbClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /** Reads consistently: a revocation must not hide behind a replica. */
    @Override
    public Optional<StoredKey> find(String id) {
        Map<String, AttributeValue> item = get(id);
        return item.isEmpty() ? Optional.empty() : Optional.of(KeyItem.read(item));
    }

    private Map<String, AttributeValue> get(String id) {
        try {
            return client.getItem(r ->
                            r.tableName(name)
                                    .key(Map.of(KeyItem.ID, AttributeValue.fromS(id)))
                                    .consistentRead(true))
                    .item();
        } catch (SdkException e) {
            throw new KeysUnavailableException("Table " + name + " did not answer", e);
        }
    }

    /** For people: reads the whole table, which has a few items for each store. */
    @Override
    public List<StoredKey> all() {
        return client.scanPaginator(r -> r.tableName(name).consistentRead(true)).items().stream()
                .map(KeyItem::read)
                .toList();
    }

    @Override
    public boolean add(StoredKey key) {
        return put(key, r -> r.conditionExpression("attribute_not_exists(" + KeyItem.ID + ")"));
    }

    @Override
    public boolean replace(StoredKey key) {
        AttributeValue before = AttributeValue.fromN(String.valueOf(key.revision() - 1));
        return put(
                key,
                r ->
                        r.conditionExpression(KeyItem.REVISION + " = :before")
                                .expressionAttributeValues(Map.of(":before", before)));
    }

    private boolean put(StoredKey key, Consumer<PutItemRequest.Builder> condition) {
        try {
            client.putItem(r -> condition.accept(r.tableName(name).item(KeyItem.of(key))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
