package dev.tillstream.dispatch.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.OrderStep;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** An order with all that became of it, the first step first. */
record OrderDetailBody(@JsonUnwrapped OrderBody order, List<StepBody> history) {

    /** A step, and the version that it made. */
    record StepBody(int version, String status, Instant at) {}

    static OrderDetailBody of(Order order) {
        return new OrderDetailBody(
                OrderBody.of(order),
                IntStream.rangeClosed(1, order.version())
                        .mapToObj(version -> step(version, order.history().get(version - 1)))
                        .toList());
    }

    private static StepBody step(int version, OrderStep step) {
        return new StepBody(version, step.status().name(), step.at());
    }
}
