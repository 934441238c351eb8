package dev.tillstream.local.testing.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fault to add: {@code Fault.throttle().on("kinesis",
 * "PutRecords").resource("sales-*").count(3)}. Whatever is not said means all calls; what each kind
 * does is in the README of local/aws.
 */
public final class Fault {

    private final Map<String, Object> fields;

    private Fault(Map<String, Object> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** The service's own throttling error. */
    public static Fault throttle() {
        return kind("throttle");
    }

    /** The service's own internal error, 5xx. */
    public static Fault error() {
        return kind("error");
    }

    /**
     * Some entries of a batch are refused.
     *
     * @param share of the entries, over 0, at most 1; at least one entry
     */
    public static Fault partial(double share) {
        return kind("partial").with("share", share);
    }

    /** The call is done after that time, of 1 ms to 1 h. */
    public static Fault latency(Duration time) {
        return kind("latency").with("millis", time.toMillis());
    }

    /** The call is done, then the connection is reset instead of an answer. */
    public static Fault lostReply() {
        return kind("lost-reply");
    }

    /** The connection is reset before anything is done. */
    public static Fault reset() {
        return kind("reset");
    }

    /** Answers 503 for that time, of 1 ms to 1 h, from now on. */
    public static Fault outage(Duration time) {
        return kind("outage").with("millis", time.toMillis());
    }

    /** SQS receive, Kinesis GetRecords, EventBridge's delivery: what came comes once more. */
    public static Fault duplicate() {
        return kind("duplicate");
    }

    /** SQS receive, EventBridge's delivery: in another order. */
    public static Fault reorder() {
        return kind("reorder");
    }

    /** DynamoDB: another transaction holds the item. */
    public static Fault conflict() {
        return kind("conflict");
    }

    private static Fault kind(String kind) {
        return new Fault(Map.of("kind", kind));
    }

    /** All operations of a service, named as signatures name it: {@code events, kinesis, s3...}. */
    public Fault on(String service) {
        return with("service", service);
    }

    /** One operation; {@code events Deliver} is EventBridge's delivery to targets. */
    public Fault on(String service, String operation) {
        return on(service).with("operation", operation);
    }

    /** Name of a queue, stream, table, bus, bucket...; {@code *} stands for any characters. */
    public Fault resource(String name) {
        return with("resource", name);
    }

    /** Of each call to be struck, over 0, at most 1. */
    public Fault probability(double probability) {
        return with("probability", probability);
    }

    /** How many calls are struck at most. */
    public Fault count(long count) {
        return with("count", count);
    }

    /** Of the draws: the same seed strikes the same calls of the same sequence. */
    public Fault seed(long seed) {
        return with("seed", seed);
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(fields);
    }

    @Override
    public String toString() {
        return json();
    }

    private Fault with(String name, Object value) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Fault(more);
    }
}
