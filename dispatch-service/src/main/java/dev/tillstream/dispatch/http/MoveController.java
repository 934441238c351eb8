package dev.tillstream.dispatch.http;

import dev.tillstream.dispatch.order.Move;
import dev.tillstream.dispatch.order.MoveResult;
import dev.tillstream.dispatch.order.OrderDesk;
import dev.tillstream.dispatch.order.OrderId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves orders on; each answers with the order as it is then. */
@RestController
@RequestMapping("/orders/{id}")
class MoveController {

    private final OrderDesk desk;

    MoveController(OrderDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/pick")
    ResponseEntity<OrderDetailBody> pick(
            @PathVariable("id") String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return move(id, Move.PICK, ifMatch);
    }

    @PostMapping("/dispatch")
    ResponseEntity<OrderDetailBody> dispatch(
            @PathVariable("id") String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return move(id, Move.DISPATCH, ifMatch);
    }

    @PostMapping("/deliver")
    ResponseEntity<OrderDetailBody> deliver(
            @PathVariable("id") String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return move(id, Move.DELIVER, ifMatch);
    }

    @PostMapping("/cancel")
    ResponseEntity<OrderDetailBody> cancel(
            @PathVariable("id") String id,
            @RequestHeader(value = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return move(id, Move.CANCEL, ifMatch);
    }

    private ResponseEntity<OrderDetailBody> move(String id, Move move, @Nullable String ifMatch) {
        OrderId order = OrderId.parse(id).orElseThrow(() -> Replies.unknown(id));
        return switch (desk.move(order, move, new ExpectedVersion(ifMatch))) {
            case MoveResult.Moved moved -> Replies.ok(moved.order());
            case MoveResult.Unknown unknown -> throw Replies.unknown(id);
            case MoveResult.NotAllowed refused -> throw Replies.notAllowed(refused.order(), move);
            case MoveResult.OtherVersion other -> throw Replies.otherVersion(other.order());
            case MoveResult.Overtaken overtaken ->
                    throw ifMatch == null
                            ? Replies.overtaken(overtaken.order())
                            : Replies.otherVersion(overtaken.order());
        };
    }
}
