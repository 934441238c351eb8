package dev.tillstream.contract.json;

import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.field.FieldValue;
import dev.tillstream.contract.field.FieldValue.Kind;
import dev.tillstream.contract.field.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The detail as it was read, with the defaults of the types that have a Java of their own. */
record DetailFields(StoreEvent event, Map<String, JsonText> read) implements Fields {

    @Override
    public @Nullable FieldValue get(String name) {
        if (name.equals(DETAIL_TYPE)) {
            return new FieldValue(Kind.TEXT, event.detailType());
        }
        JsonText value = read.get(name);
        return value == null || value.token().isStructStart() ? missing(name) : scalar(name, value);
    }

    private @Nullable FieldValue scalar(String name, JsonText value) {
        return switch (value.token()) {
            case VALUE_STRING -> new FieldValue(Kind.TEXT, value.text());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new FieldValue(Kind.NUMBER, value.text());
            case VALUE_TRUE, VALUE_FALSE -> new FieldValue(Kind.FLAG, value.text());
            default -> missing(name);
        };
    }

    private @Nullable FieldValue missing(String name) {
        return switch (event) {
            case SaleRecorded sale ->
                    switch (name) {
                        case "sku" -> new FieldValue(Kind.TEXT, sale.sku().value());
                        case "quantity" ->
                                new FieldValue(Kind.NUMBER, Integer.toString(sale.quantity()));
                        case "is_return" ->
                                new FieldValue(Kind.FLAG, Boolean.toString(sale.returned()));
                        default -> null;
                    };
            case InventoryChanged change ->
                    name.equals("sku") ? new FieldValue(Kind.TEXT, change.sku().value()) : null;
            case OtherEvent other -> null;
        };
    }
}
