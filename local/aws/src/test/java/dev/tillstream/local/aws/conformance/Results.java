package dev.tillstream.local.aws.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts by service and client; tells every problem at once in a sentence. */
final class Results {

    private final Map<String, Map<String, int[]>> counts = new LinkedHashMap<>();
    private boolean clean = true;

    void add(String client, Step step, List<String> found) {
        int[] count =
                counts.computeIfAbsent(step.service(), key -> new LinkedHashMap<>())
                        .computeIfAbsent(client, key -> new int[2]);
        count[found.isEmpty() ? 0 : 1]++;
        for (String problem : found) {
            clean = false;
            System.out.println(client + ": " + step.service() + ": " + problem);
        }
    }

    boolean clean() {
        return clean;
    }

    /** One row for each service: calls that conform, of all, for each client. */
    void print(List<String> clients, Map<String, Long> operations) {
        System.out.println("| service | operations | " + String.join(" | ", clients) + " |");
        System.out.println("|---|---|" + "---|".repeat(clients.size()));
        counts.forEach(
                (service, byClient) -> print(service, operations.get(service), clients, byClient));
        print("all", operations.values().stream().mapToLong(each -> each).sum(), clients, sums());
    }

    private Map<String, int[]> sums() {
        Map<String, int[]> sums = new LinkedHashMap<>();
        counts.values()
                .forEach(byClient ->
                        byClient.forEach((client, count) ->
                                sums.merge(
                                        client,
                                        count,
                                        (a, b) -> new int[] {a[0] + b[0], a[1] + b[1]})));
        return sums;
    }

    private static void print(
            String name, long operations, List<String> clients, Map<String, int[]> byClient) {
        StringBuilder row = new StringBuilder("| " + name + " | " + operations + " |");
        for (String client : clients) {
            int[] count = byClient.getOrDefault(client, new int[2]);
            row.append(" %d of %d |".formatted(count[0], count[0] + count[1]));
        }
        System.out.println(row);
    }
}
