package dev.tillstream.local.aws.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsFixture;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbIT {

    private static LocalAws aws;
    private static DynamoDbClient dynamo;

    private final String table = "orders-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        aws = LocalAwsFixture.start();
        dynamo = Clients.of(DynamoDbClient.builder(), aws.endpoint());
    }

    @AfterAll
    static void stop() {
        dynamo.close();
        aws.close();
    }

    @BeforeEach
    void createTable() {
        dynamo.createTable(b ->
                b.tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                AttributeDefinition.builder()
                                        .attributeName("id")
                                        .attributeType(ScalarAttributeType.S)
                                        .build())
                        .keySchema(
                                KeySchemaElement.builder()
                                        .attributeName("id")
                                        .keyType(KeyType.HASH)
                                        .build()));
    }

    @Test
    void writesAnItemOnlyOnceUnderACondition() {
        putNew("a", 1);

        assertThatExceptionOfType(ConditionalCheckFailedException.class)
                .isThrownBy(() -> putNew("a", 2));
        assertThat(get("a")).containsEntry("n", fromN("1"));
    }

    @Test
    void writesAllOrNothingInATransaction() {
        putNew("a", 1);

        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> transact(newItem("b", 2), newItem("a", 3)))
                .satisfies(e ->
                        assertThat(e.cancellationReasons())
                                .extracting(reason -> reason.code())
                                .containsExactly("None", "ConditionalCheckFailed"));
        assertThat(get("b")).isEmpty();

        transact(newItem("b", 2), newItem("c", 3));
        assertThat(get("c")).containsEntry("n", fromN("3"));
    }

    @Test
    void addsExactDecimals() {
        for (int i = 0; i < 10; i++) {
            dynamo.updateItem(b ->
                    b.tableName(table)
                            .key(Map.of("id", fromS("sum")))
                            .updateExpression("ADD n :cents")
                            .expressionAttributeValues(Map.of(":cents", fromN("0.1"))));
        }

        assertThat(new BigDecimal(get("sum").get("n").n())).isEqualByComparingTo("1");
    }

    @Test
    void answersTheAsyncClientToo() {
        try (var async = Clients.of(DynamoDbAsyncClient.builder(), aws.endpoint())) {
            async.putItem(b -> b.tableName(table).item(Map.of("id", fromS("x")))).join();

            assertThat(
                            async.getItem(b -> b.tableName(table).key(Map.of("id", fromS("x"))))
                                    .join()
                                    .item())
                    .containsEntry("id", fromS("x"));
        }
    }

    private void putNew(String id, int n) {
        dynamo.putItem(b ->
                b.tableName(table)
                        .item(Map.of("id", fromS(id), "n", fromN("" + n)))
                        .conditionExpression("attribute_not_exists(id)"));
    }

    private TransactWriteItem newItem(String id, int n) {
        return TransactWriteItem.builder()
                .put(b ->
                        b.tableName(table)
                                .item(Map.of("id", fromS(id), "n", fromN("" + n)))
                                .conditionExpression("attribute_not_exists(id)"))
                .build();
    }

    private void transact(TransactWriteItem... items) {
        dynamo.transactWriteItems(b -> b.transactItems(items));
    }

    private Map<String, AttributeValue> get(String id) {
        return dynamo.getItem(
                        b -> b.tableName(table).key(Map.of("id", fromS(id))).consistentRead(true))
                .item();
    }
}
