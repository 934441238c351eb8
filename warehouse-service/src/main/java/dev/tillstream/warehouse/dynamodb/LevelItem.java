package dev.tillstream.warehouse.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import dev.tillstream.warehouse.stock.CountMark;
import dev.tillstream.warehouse.stock.Product;
import dev.tillstream.warehouse.stock.StockItem;
import dev.tillstream.warehouse.stock.StockLevel;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A level as its table holds it. */
final class LevelItem {

    private LevelItem() {}

    static StockLevel read(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        CountMark lastCount =
                item.has("counted_at")
                        ? new CountMark(
                                Instant.parse(item.text("counted_at")),
                                new RequestId(item.text("counted_by")))
                        : null;
        return new StockLevel(
                new StockItem(new StoreId(item.text("store_id")), new Sku(item.text("sku"))),
                new Product(item.text("name"), item.text("category")),
                lastCount,
                Long.parseLong(item.number("on_hand")),
                Long.parseLong(item.number("moves")),
                Long.parseLong(item.number("version")));
    }

    static Map<String, AttributeValue> key(StockItem item) {
        return Map.of("store_id", fromS(item.storeId().value()), "sku", fromS(item.sku().value()));
    }
}
