package dev.tillstream.warehouse.http;

import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import dev.tillstream.warehouse.stock.StockBook;
import dev.tillstream.warehouse.stock.StockItem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

    @GetMapping(params = "sku")
    LevelBody ofItem(@RequestParam("store_id") StoreId storeId, @RequestParam("sku") Sku sku) {
        StockItem item = new StockItem(storeId, sku);
        return book.level(item).map(LevelBody::of).orElseThrow(() -> notFound(item));
    }

    @GetMapping(params = "!sku")
    LevelPageBody ofStore(
            @RequestParam("store_id") StoreId storeId,
            @RequestParam(value = "limit", defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(value = "cursor", required = false) @Nullable Cursor cursor) {
        return LevelPageBody.of(book.levels(storeId, limit, cursor == null ? null : cursor.sku()));
    }

    private static ErrorResponseException notFound(StockItem item) {
        var problem = new ErrorResponseException(HttpStatus.NOT_FOUND);
        problem.setDetail("Store %s never had %s".formatted(item.storeId(), item.sku()));
        return problem;
    }
}
