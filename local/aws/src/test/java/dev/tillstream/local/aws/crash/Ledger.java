package dev.tillstream.local.aws.crash;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What was acknowledged, by kind; numbers are given once, so that each write is unique. */
final class Ledger {

    private final Map<Kind, AtomicLong> numbers = new EnumMap<>(Kind.class);
    private final Map<Kind, Set<String>> acknowledged = new EnumMap<>(Kind.class);

    Ledger() {
        for (Kind kind : Kind.values()) {
            numbers.put(kind, new AtomicLong());
            acknowledged.put(kind, ConcurrentHashMap.newKeySet());
        }
    }

    String next(Kind kind) {
        return kind.name() + "-" + count(numbers, kind).incrementAndGet();
    }

    void acknowledge(Kind kind, String id) {
        of(kind).add(id);
    }

    int acknowledged(Kind kind) {
        return of(kind).size();
    }

    Set<String> of(Kind kind) {
        Set<String> ids = acknowledged.get(kind);
        if (ids == null) {
            throw new IllegalStateException("No ledger of " + kind);
        }
        return ids;
    }

    private static AtomicLong count(Map<Kind, AtomicLong> numbers, Kind kind) {
        AtomicLong number = numbers.get(kind);
        if (number == null) {
            throw new IllegalStateException("No numbers of " + kind);
        }
        return number;
    }
}
