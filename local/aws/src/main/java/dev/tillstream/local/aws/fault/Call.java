package dev.tillstream.local.aws.fault;

import java.util.Set;

/**
 * What a fault can be aimed at.
 *
 * @param service as signatures name it, for example {@code events}
 * @param operation for example {@code PutEvents}
 * @param resources names of all queues, streams, tables... that the call is about
 */
public record Call(String service, String operation, Set<String> resources) {

    /** EventBridge's own delivery of events to a target; no client can call it. */
    public static final String DELIVERY = "Deliver";

    public Call {
        resources = Set.copyOf(resources);
    }

    /** EventBridge delivers to the queue or stream of that name. */
    public static Call delivery(String target) {
        return new Call("events", DELIVERY, Set.of(target));
    }
}
