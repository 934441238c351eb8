package dev.tillstream.dispatch.http;

import dev.tillstream.contract.StoreId;
import dev.tillstream.dispatch.order.OrderId;
import dev.tillstream.dispatch.order.OrderQuery;
import dev.tillstream.dispatch.order.OrderStatus;
import dev.tillstream.dispatch.order.Orders;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
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

    /** A page of a store's orders, by the time of their sales. */
    @GetMapping
    OrderPageBody ofStore(
            @RequestParam("store_id") StoreId storeId,
            @RequestParam(value = "status", required = false) @Nullable OrderStatus status,
            @RequestParam(value = "from", required = false) @Nullable TimeBound from,
            @RequestParam(value = "to", required = false) @Nullable TimeBound to,
            @RequestParam(value = "limit", defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(value = "cursor", required = false) @Nullable Cursor cursor) {
        var query = new OrderQuery(storeId, status, TimeBound.timeOf(from), TimeBound.timeOf(to));
        return OrderPageBody.of(
                orders.find(query, limit, cursor == null ? null : cursor.position()));
    }

    /** An order and its history; its version is the ETag. */
    @GetMapping("/{id}")
    ResponseEntity<OrderDetailBody> byId(@PathVariable("id") String id) {
        return OrderId.parse(id)
                .flatMap(orders::find)
                .map(Replies::ok)
                .orElseThrow(() -> Replies.unknown(id));
    }
}
