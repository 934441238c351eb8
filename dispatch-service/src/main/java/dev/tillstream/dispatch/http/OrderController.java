package dev.tillstream.dispatch.http;

import dev.tillstream.contract.StoreId;
import dev.tillstream.dispatch.order.OrderId;
import dev.tillstream.dispatch.order.Orders;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders to look at. */
@RestController
@RequestMapping("/orders")
class OrderController {

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping
    OrderPageBody ofStore(
            @RequestParam("store_id") StoreId storeId,
            @RequestParam(value = "limit", defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(value = "cursor", required = false) @Nullable Cursor cursor) {
        return OrderPageBody.of(
                orders.ofStore(storeId, limit, cursor == null ? null : cursor.position()));
    }

    @GetMapping("/{id}")
    OrderBody byId(@PathVariable("id") String id) {
        return OrderId.parse(id)
                .flatMap(orders::find)
                .map(OrderBody::of)
                .orElseThrow(() -> notFound(id));
    }

    private static ErrorResponseException notFound(String id) {
        var problem = new ErrorResponseException(HttpStatus.NOT_FOUND);
        problem.setDetail("There is no order " + id);
        return problem;
    }
}
