package dev.tillstream.warehouse.http;

import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import dev.tillstream.warehouse.stock.LevelQuery;
import dev.tillstream.warehouse.stock.StockBook;
import dev.tillstream.warehouse.stock.StockItem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock to look at. Stores and skus are query parameters: their names hold slashes and spaces. */
@RestController
@RequestMapping("/stock")
class StockController {

    private final StockBook book;

    StockController(StockBook book) {
        this.book = book;
    }

    /** A page of a store's levels, by sku. */
    @GetMapping
    LevelPageBody ofStore(
            @RequestParam("store_id") StoreId storeId,
            @RequestParam(value = "category", required = false) @Nullable @Size(min = 1, max = 256)
                    String category,
            @RequestParam(value = "below", required = false) @Nullable Integer below,
            @RequestParam(value = "limit", defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(value = "cursor", required = false) @Nullable Cursor cursor) {
        return LevelPageBody.of(
                book.levels(
                        new LevelQuery(storeId, category, below),
                        limit,
                        cursor == null ? null : cursor.sku()));
    }

    /** An item's level, and a page of its ledger, the latest first. */
    @GetMapping("/item")
    ItemBody ofItem(
            @RequestParam("store_id") StoreId storeId,
            @RequestParam("sku") Sku sku,
            @RequestParam(value = "limit", defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(value = "cursor", required = false) @Nullable LedgerCursor cursor) {
        StockItem item = new StockItem(storeId, sku);
        return book.level(item)
                .map(level ->
                        ItemBody.of(
                                level,
                                book.ledger(
                                        item, limit, cursor == null ? null : cursor.position())))
                .orElseThrow(() -> notFound(item));
    }

    private static ErrorResponseException notFound(StockItem item) {
        var problem = new ErrorResponseException(HttpStatus.NOT_FOUND);
        problem.setDetail("Store %s never had %s".formatted(item.storeId(), item.sku()));
        return problem;
    }
}
