package dev.tillstream.analytics.state;

import static dev.tillstream.analytics.state.Attributes.VERSION;
import static dev.tillstream.analytics.state.Attributes.number;

import dev.tillstream.analytics.window.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What a change does to the window's head: some attributes, always the version, and all of it only
 * if the version is still the one that the worker knows.
 */
final class HeadUpdate {

    private static final String EXPECTED = ":expected";

    private final Change change;
    private final List<String> assignments = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private String removal = "";

    HeadUpdate(Change change) {
        this.change = change;
        set(VERSION, number(change.version() + 1));
        if (!isFirst()) {
            values.put(EXPECTED, number(change.version()));
        }
    }

    HeadUpdate set(String attribute, AttributeValue value) {
        names.put("#" + attribute, attribute);
        values.put(":" + attribute, value);
        assignments.add("#%1$s = :%1$s".formatted(attribute));
        return this;
    }

    /** Sets what no earlier change has set. */
    HeadUpdate setOnce(String attribute, AttributeValue value) {
        names.put("#" + attribute, attribute);
        values.put(":" + attribute, value);
        assignments.add("#%1$s = if_not_exists(#%1$s, :%1$s)".formatted(attribute));
        return this;
    }

    /** Adds to a number that is 0 while it isn't there; DynamoDB's numbers are exact decimals. */
    HeadUpdate add(String attribute, AttributeValue number) {
        names.put("#" + attribute, attribute);
        values.put(":none", number(0));
        values.put(":" + attribute, number);
        assignments.add("#%1$s = if_not_exists(#%1$s, :none) + :%1$s".formatted(attribute));
        return this;
    }

    HeadUpdate remove(String attribute) {
        names.put("#" + attribute, attribute);
        removal = " REMOVE #" + attribute;
        return this;
    }

    /** The update by itself. */
    UpdateItemRequest request(String table) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(Attributes.key(change.window(), Attributes.HEAD))
                .updateExpression(expression())
                .conditionExpression(condition())
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    /** The update as a part of a transaction. */
    TransactWriteItem item(String table) {
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(table)
                                .key(Attributes.key(change.window(), Attributes.HEAD))
                                .updateExpression(expression())
                                .conditionExpression(condition())
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(values))
                .build();
    }

    private String expression() {
        return "SET " + String.join(", ", assignments) + removal;
    }

    private String condition() {
        return isFirst() ? "attribute_not_exists(#version)" : "#version = " + EXPECTED;
    }

    private boolean isFirst() {
        return change.version() == 0;
    }
}
