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
 * @param revenue the answer, by {@code store|start of the minute}
 */
record Day(List<byte[]> events, Map<String, BigDecimal> revenue) {

    static final Instant START = Instant.parse("2010-12-01T08:00:00Z");
    static final int PER_SECOND = 1_000;

    private static final double REPEATED = 0.01;
    private static final double RETURNED = 0.04;

    static Day of(int count, int stores) {
        Random random = new Random(1);
        List<byte[]> events = new ArrayList<>(count);
        Map<String, BigDecimal> revenue = new HashMap<>();
        for (int i = 0; i < count; i++) {
            if (i > PER_SECOND && random.nextDouble() < REPEATED) {
                events.add(events.get(i - 1 - random.nextInt(PER_SECOND)));
                continue;
            }
            Instant time = START.plusSeconds(i / PER_SECOND);
            String store = "store_" + random.nextInt(stores);
            BigDecimal sales = BigDecimal.valueOf(random.nextInt(100, 100_000), 2);
            boolean returned = random.nextDouble() < RETURNED;
            events.add(envelope(i, time, store, sales, returned));
            revenue.merge(
                    store + "|" + minuteOf(time),
                    returned ? sales.negate() : sales,
                    BigDecimal::add);
        }
        return new Day(events, revenue);
    }

    static Instant minuteOf(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond() / 60 * 60);
    }

    /** Throws unless the rows are the answer, to the cent. */
    void check(Map<String, BigDecimal> rows) {
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
