package dev.tillstream.contract.json;

import static dev.tillstream.contract.json.DetailReader.present;

import dev.tillstream.contract.InvalidValueException;
import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StockChange;
import dev.tillstream.contract.StoreEvent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** The fields of the details that have a Java type. */
final class DetailForms {

    private static final Set<String> SALE =
            names(
                    "request_id",
                    "name",
                    "category",
                    "store_id",
                    "sku",
                    "sales",
                    "quantity",
                    "is_return");
    private static final Set<String> INVENTORY =
            names("request_id", "name", "category", "store_id", "sku", "change", "quantity");

    private DetailForms() {}

    /** A hash set is asked once a field and event; Set.of answers several times as slowly. */
    private static Set<String> names(String... names) {
        return new HashSet<>(List.of(names));
    }

    static SaleRecorded sale(Envelope envelope) {
        DetailReader detail = envelope.detail();
        var storeId = detail.storeId();
        var requestId = detail.requestId();
        var name = detail.text("name");
        var category = detail.text("category");
        var sku = detail.sku(name);
        var sales = detail.decimal("sales");
        var quantity = detail.integer("quantity");
        var returned = detail.flag("is_return");
        checkTexts(detail);
        detail.throwIfRefused();
        return new SaleRecorded(
                present(storeId),
                present(requestId),
                envelope.time(),
                present(name),
                present(category),
                present(sku),
                money(present(sales)),
                returned,
                quantity == null ? 1 : quantity,
                detail.jsonWithout(SALE));
    }

    static InventoryChanged inventory(Envelope envelope) {
        DetailReader detail = envelope.detail();
        var storeId = detail.storeId();
        var requestId = detail.requestId();
        var name = detail.text("name");
        var category = detail.text("category");
        var sku = detail.sku(name);
        var change =
                detail.required(
                        "change",
                        detail.peek(
                                "change",
                                JsonToken.VALUE_STRING,
                                "a string",
                                DetailForms::stockChange));
        var quantity = detail.required("quantity", detail.integer("quantity"));
        checkTexts(detail);
        detail.throwIfRefused();
        return new InventoryChanged(
                present(storeId),
                present(requestId),
                envelope.time(),
                present(name),
                present(category),
                present(sku),
                present(change),
                present(quantity),
                detail.jsonWithout(INVENTORY));
    }

    static String write(SaleRecorded sale) {
        return write(
                sale,
                generator -> {
                    start(generator, sale, sale.name(), sale.category(), sale.sku());
                    generator.writeName("sales").writeRawValue(sale.sales().toString());
                    generator.writeNumberProperty("quantity", sale.quantity());
                    generator.writeBooleanProperty("is_return", sale.returned());
                });
    }

    static String write(InventoryChanged event) {
        return write(
                event,
                generator -> {
                    start(generator, event, event.name(), event.category(), event.sku());
                    generator.writeStringProperty("change", event.change().wireName());
                    generator.writeNumberProperty("quantity", event.quantity());
                });
    }

    private static void start(
            JsonGenerator generator, StoreEvent event, String name, String category, Sku sku) {
        generator.writeStringProperty("request_id", event.requestId().value());
        generator.writeStringProperty("name", name);
        generator.writeStringProperty("category", category);
        generator.writeStringProperty("store_id", event.storeId().value());
        generator.writeStringProperty("sku", sku.value());
    }

    /** The known fields, then the unknown ones of {@code extra}, in one object. */
    private static String write(StoreEvent event, Consumer<JsonGenerator> known) {
        String fields =
                JsonText.write(generator -> {
                    generator.writeStartObject();
                    known.accept(generator);
                    generator.writeEndObject();
                });
        String extra = event.extra().strip();
        return extra.equals("{}")
                ? fields
                : fields.substring(0, fields.length() - 1) + "," + extra.substring(1);
    }

    /** Optional fields that are not kept apart, but have a type all the same. */
    private static void checkTexts(DetailReader detail) {
        for (String name : List.of("contact_me", "traceparent")) {
            detail.peek(name, JsonToken.VALUE_STRING, "a string", text -> text);
        }
    }

    private static Money money(String digits) {
        // The contract's largest amount has 11 digits and 4 decimals: longer text isn't worth
        // parsing.
        if (digits.length() > 64) {
            throw new InvalidValueException("sales", "must be at least 0 and below 100000000000");
        }
        return Money.of(digits);
    }

    private static StockChange stockChange(String text) {
        return Arrays.stream(StockChange.values())
                .filter(change -> change.wireName().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidValueException("change", "must be one of " + wireNames()));
    }

    private static String wireNames() {
        return Arrays.stream(StockChange.values())
                .map(StockChange::wireName)
                .collect(Collectors.joining(", "));
    }
}
