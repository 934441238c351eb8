package dev.tillstream.ingest.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Events as tills write them. */
public final class EventFixture {

    private EventFixture() {}

    public static String sale(String requestId, String sales) {
        return line(requestId, sales, false);
    }

    public static String returned(String requestId, String sales) {
        return line(requestId, sales, true);
    }

    public static String received(String requestId, int quantity) {
        return event(
                "inventory-events",
                requestId,
                "\"change\":\"received\",\"quantity\":%d".formatted(quantity));
    }

    static byte[] bytes(String json) {
        return json.getBytes(UTF_8);
    }

    private static String line(String requestId, String sales, boolean returned) {
        return event(
                "sales-events",
                requestId,
                "\"sales\":%s,\"is_return\":%s".formatted(sales, returned));
    }

    private static String event(String detailType, String requestId, String fields) {
        return """
        {"detail-type":"%s","time":"2021-03-06T17:15:06Z","detail":{"request_id":"%s",\
        "store_id":"store_2","name":"Minotaur","category":"Books",%s}}\
        """
                .formatted(detailType, requestId, fields);
    }
}
