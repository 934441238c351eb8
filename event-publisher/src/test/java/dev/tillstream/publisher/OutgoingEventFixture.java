package dev.tillstream.publisher;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

final class OutgoingEventFixture {

    private static final Instant TIME = Instant.parse("2021-03-06T17:15:06Z");

    private OutgoingEventFixture() {}

    static OutgoingEvent event(String detail) {
        return new OutgoingEvent("tillstream.test", "sales-events", detail, TIME);
    }

    /** Events whose details are their numbers. */
    static List<OutgoingEvent> events(int count) {
        return IntStream.range(0, count).mapToObj(i -> event("{\"n\":" + i + "}")).toList();
    }

    /** An event that counts as so many bytes. */
    static OutgoingEvent ofSize(int bytes) {
        return event("x".repeat(bytes - event("x").size() + 1));
    }
}
