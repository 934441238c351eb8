package dev.tillstream.warehouse.dynamodb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table's item, read by attributes that must be there. */
record Item(Map<String, AttributeValue> attributes) {

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    String text(String name) {
        return attribute(name).s();
    }

    List<AttributeValue> list(String name) {
        return attribute(name).l();
    }

    String number(String name) {
        return attribute(name).n();
    }

    private AttributeValue attribute(String name) {
        AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException("an item without " + name + ": " + attributes);
        }
        return value;
    }
}
