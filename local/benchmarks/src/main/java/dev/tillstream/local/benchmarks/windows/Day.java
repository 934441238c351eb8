package dev.tillstream.local.benchmarks.windows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Sales as the bus carries them, the same each time: some are returns, some come twice, and within
 * a second they come in any order.
 *
 * @param events envelopes, about 400 bytes each
 * @param perSecond how many of them there are in each second
 * @param revenue the answer
 */
record Day(List<byte[]> events, int perSecond, Map<Minute, BigDecimal> revenue) {

    static final Instant START = Instant.parse("2010-12-01T08:00:00Z");

    /** How far back a sale that comes twice came first. */
    private static final int REPEATED_WITHIN = 1_000;

    private static final double REPEATED = 0.01;
    private static final double RETURNED = 0.04;

    /** A store's minute. */
    record Minute(String store, Instant start) {

        @Override
        public int hashCode() {
            return store.hashCode() * 31 + start.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Minute(String otherStore, Instant otherStart)
                    && start.equals(otherStart)
                    && store.equals(otherStore);
        }
    }

    static Day of(int count, int stores, int perSecond) {
        Random random = new Random(1);
        List<byte[]> events = new ArrayList<>(count);
        Map<Minute, BigDecimal> revenue = new HashMap<>();
        int repeatedWithin = Math.min(REPEATED_WITHIN, perSecond);
        for (int i = 0; i < count; i++) {
            if (i > repeatedWithin && random.nextDouble() < REPEATED) {
                events.add(events.get(i - 1 - random.nextInt(repeatedWithin)));
                continue;
            }
            Instant time = START.plusSeconds(i / perSecond);
            String store = "store_" + random.nextInt(stores);
            BigDecimal sales = BigDecimal.valueOf(random.nextInt(100, 100_000), 2);
            boolean returned = random.nextDouble() < RETURNED;
            events.add(envelope(i, time, store, sales, returned));
            revenue.merge(
                    new Minute(store, minuteOf(time)),
                    returned ? sales.negate() : sales,
                    BigDecimal::add);
        }
        return new Day(events, perSecond, revenue);
    }

    static Instant minuteOf(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond() / 60 * 60);
    }

    /** Throws unless the rows are the answer, to the cent. */
    void check(Map<Minute, BigDecimal> rows) {
        if (rows.size() != revenue.size()) {
            throw new IllegalStateException(rows.size() + " rows, not " + revenue.size());
        }
        revenue.forEach((window, amount) -> {
            BigDecimal row = rows.get(window);
            if (row == null || row.compareTo(amount) != 0) {
                throw new IllegalStateException(window + ": " + row + ", not " + amount);
            }
        });
    }

    private static byte[] envelope(
            int number, Instant time, String store, BigDecimal sales, boolean returned) {
        return """
        {"version":"0","id":"d14dcbec-a626-b929-6d26-%012x","detail-type":"sales-events",\
        "source":"tillstream.ingest","account":"000000000000","time":"%s","region":"us-east-1",\
        "resources":[],"detail":{"request_id":"b4d727cc-2b00-4146-aee9-%012x","name":"Minotaur",\
        "category":"Books","store_id":"%s","sales":%s,"is_return":%s,"quantity":1,\
        "sku":"Minotaur"}}\
        """
                .formatted(number, time, number, store, sales, returned)
                .getBytes(StandardCharsets.UTF_8);
    }
}
