package dev.tillstream.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.router.route.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks a copy of the committed routes in every way that has a finding. */
class BrokenRoutesTest {

    private static final String RETURNS = "        is_return: [false]";
    private static final String SALES_KEY =
            "        partition-key: $.detail.store_id\n        dlq: sales";

    @TempDir Path folder;

    /** What is replaced by what in routes.yaml, and the finding that has to come of it. */
    record Break(Finding.Kind kind, String old, String replacement, String path, String reason) {
        @Override
        public String toString() {
            return kind.code() + " " + path;
        }
    }

    static Stream<Break> breaks() {
        return Stream.of(
                of(Finding.Kind.SYNTAX, "routes:", "routes: [", "", "line"),
                of(
                        Finding.Kind.SYNTAX,
                        "  - name: raw",
                        "  - name: raw\n    name: raw2",
                        "",
                        "routes[4].name is there twice"),
                of(
                        Finding.Kind.SHAPE,
                        "    why: Sales that",
                        "    wyh: Sales that",
                        "routes[0].wyh",
                        "is unknown here; there are name, why, pattern"),
                of(
                        Finding.Kind.SHAPE,
                        "    why: Sales that",
                        "    wyh: Sales that",
                        "routes[0].why",
                        "is missing"),
                of(
                        Finding.Kind.SHAPE,
                        "{attempts: 185,",
                        "{attempts: 186,",
                        "retry.attempts",
                        "must be 0 to 185, is a number (186)"),
                of(Finding.Kind.SHAPE, "age: 24h", "age: a day", "retry.age", "must be 1m to 24h"),
                of(
                        Finding.Kind.SHAPE,
                        "lands: []",
                        "lands: [nowhere]",
                        "examples[5].lands",
                        "there is no route nowhere"),
                of(
                        Finding.Kind.SHAPE,
                        "file: examples/sale.json",
                        "file: examples/gone.json",
                        "examples[0].file",
                        "can't read"),
                of(
                        Finding.Kind.SHAPE,
                        "      - delivery: raw",
                        "      - bucket: raw",
                        "routes[4].targets[0]",
                        "must be one of queue, stream, delivery"),
                of(
                        Finding.Kind.DUPLICATE_NAME,
                        "  - name: raw",
                        "  - name: dispatch",
                        "routes[4].name",
                        "another route is called dispatch too"),
                of(
                        Finding.Kind.INVALID_PATTERN,
                        RETURNS,
                        "        is_return: false",
                        "routes[0].pattern",
                        "must be an object or an array"),
                of(
                        Finding.Kind.INVALID_PATTERN,
                        RETURNS,
                        "        sales: [{numeric: ['>', 5, '<', 3]}]",
                        "routes[0].pattern",
                        "Bottom must be less than top"),
                of(
                        Finding.Kind.UNKNOWN_DETAIL_TYPE,
                        "[sales-events, inventory-events]",
                        "[sales-events, inventroy-events]",
                        "routes[1].pattern.detail-type",
                        "no schema for inventroy-events; there are inventory-events, order-events"),
                of(
                        Finding.Kind.UNKNOWN_FIELD,
                        RETURNS,
                        "        is_retrun: [false]",
                        "routes[0].pattern.detail.is_retrun",
                        "sales-events: no field is_retrun in the schema; there are category, contact_me, is_return"),
                of(
                        Finding.Kind.UNKNOWN_FIELD,
                        RETURNS,
                        "        $or: [{is_retrun: [false]}, {sales: [1]}]",
                        "routes[0].pattern.detail.$or[0]",
                        "no field is_retrun"),
                of(
                        Finding.Kind.UNKNOWN_FIELD,
                        "      detail:\n" + RETURNS,
                        "      is_return: [false]",
                        "routes[0].pattern.is_return",
                        "no event has a field is_return; it may be within detail"),
                of(
                        Finding.Kind.NEVER_MATCHES,
                        RETURNS,
                        "        is_return: ['false']",
                        "routes[0].pattern.detail.is_return",
                        "no event of type sales-events that its schema allows has detail.is_return \"false\""),
                of(
                        Finding.Kind.NEVER_MATCHES,
                        RETURNS,
                        "        sales: [{numeric: ['<', 0]}]",
                        "routes[0].pattern.detail.sales",
                        "detail.sales a number < 0"),
                of(
                        Finding.Kind.NEVER_MATCHES,
                        RETURNS,
                        "        store_id: [{exists: false}]",
                        "routes[0].pattern.detail.store_id",
                        "detail.store_id nothing at all"),
                of(
                        Finding.Kind.NEVER_MATCHES,
                        "[{prefix: tillstream.}]",
                        "[{prefix: tilstream.}]",
                        "routes[4].pattern.source",
                        "no source of the bus (tillstream.ingest, tillstream.dispatch, tillstream.warehouse) has source starting with \"tilstream.\""),
                of(
                        Finding.Kind.NEVER_MATCHES,
                        "      detail-type: [inventory-events]\n",
                        "      detail-type: [inventory-events]\n      detail: {change: [sold]}\n",
                        "routes[3].pattern.detail.change",
                        "detail.change \"sold\""),
                of(
                        Finding.Kind.PATTERN_TOO_LONG,
                        RETURNS,
                        "        name: [" + names(300) + "]",
                        "routes[0].pattern",
                        "characters as JSON; the bus takes 2048 at most"),
                of(
                        Finding.Kind.TOO_MANY_COMBINATIONS,
                        RETURNS,
                        alternatives(),
                        "routes[0].pattern",
                        "has 1728 combinations of $or; the bus takes 1000 at most"),
                of(
                        Finding.Kind.TOO_MANY_WILDCARDS,
                        RETURNS,
                        "        name: [{wildcard: '*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*'}]",
                        "routes[0].pattern",
                        "because of its wildcards"),
                of(
                        Finding.Kind.TOO_MANY_TARGETS,
                        "      - queue: dispatch\n        dlq: dispatch\n",
                        "      - {queue: dispatch, dlq: dispatch}\n".repeat(6),
                        "routes[0].targets",
                        "has 6 targets; the bus takes 5 at most"),
                of(
                        Finding.Kind.TOO_MANY_RULES,
                        "routes:\n",
                        "routes:\n" + rules(300),
                        "routes",
                        "has 305 rules; the bus takes 300 at most"),
                of(
                        Finding.Kind.NO_TARGET,
                        "    targets:\n      - delivery: raw\n        dlq: raw\n",
                        "",
                        "routes[4].targets",
                        "leads nowhere"),
                of(
                        Finding.Kind.UNKNOWN_TARGET,
                        "      - queue: dispatch",
                        "      - queue: dispach",
                        "routes[0].targets[0].queue",
                        "no queue dispach: the templates don't export queues.yaml:DispachQueueArn"),
                of(
                        Finding.Kind.UNKNOWN_TARGET,
                        "        dlq: raw",
                        "        dlq: rwa",
                        "routes[4].targets[0].dlq",
                        "queues.yaml:RwaDeadLettersArn"),
                of(
                        Finding.Kind.NO_DEAD_LETTERS,
                        "        dlq: raw\n",
                        "",
                        "routes[4].targets[0]",
                        "delivery raw has no dlq: what can't be delivered is lost"),
                of(
                        Finding.Kind.PARTITION_KEY,
                        SALES_KEY,
                        "        dlq: sales",
                        "routes[2].targets[0]",
                        "stream sales-events has no partition-key"),
                of(
                        Finding.Kind.PARTITION_KEY,
                        SALES_KEY,
                        SALES_KEY.replace("store_id", "shop"),
                        "routes[2].targets[0].partition-key",
                        "no schema requires the field $.detail.shop"),
                of(
                        Finding.Kind.PARTITION_KEY,
                        "      - queue: dispatch",
                        "      - queue: dispatch\n        partition-key: $.detail.store_id",
                        "routes[0].targets[0].partition-key",
                        "only a stream has a partition key"),
                of(
                        Finding.Kind.INVALID_EXAMPLE,
                        "sales: 0, quantity",
                        "sales: free, quantity",
                        "routes[0].match[0]",
                        "a sale for nothing is no valid event: /detail/sales"),
                of(
                        Finding.Kind.NO_HIT,
                        matches(),
                        "",
                        "routes[3]",
                        "route inventory-events has no example that must match"),
                of(
                        Finding.Kind.NO_MISS,
                        "routes:\n",
                        "routes:\n" + everything(),
                        "routes[0]",
                        "route everything has no example that must not match"),
                of(
                        Finding.Kind.EXAMPLE_NOT_MATCHED,
                        "lands: [warehouse, sales-events, raw]",
                        "lands: [dispatch, warehouse, sales-events, raw]",
                        "examples[1]",
                        "a return must take route dispatch, but does not: detail.is_return is true, wanted false"),
                of(
                        Finding.Kind.EXAMPLE_MATCHED,
                        "lands: [warehouse, inventory-events, raw]",
                        "lands: [warehouse, inventory-events]",
                        "examples[2]",
                        "a count of the stock must not take route raw, but does"));
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void isFound(Break broken) throws IOException {
        String routes = Files.readString(ProjectFolder.routes());
        assertThat(routes).contains(broken.old());
        String copy =
                routes.replaceFirst(
                        Pattern.quote(broken.old()),
                        Matcher.quoteReplacement(broken.replacement()));
        if (broken.kind() == Finding.Kind.NO_HIT) {
            copy = routes.replace(broken.old(), "").replace("inventory-events, raw]", "raw]");
        }
        if (broken.kind() == Finding.Kind.NO_MISS) {
            copy = copy.replace("lands: [", "lands: [everything, ").replace(", ]", "]");
        }

        Run run = verify(copy);

        assertThat(run.exit()).as(run.out()).isEqualTo(1);
        assertThat(
                        run.out()
                                .lines()
                                .filter(line -> line.contains("[" + broken.kind().code() + "]")))
                .anySatisfy(line ->
                        assertThat(line)
                                .contains(broken.path())
                                .contains(broken.reason().equals("line") ? "" : broken.reason()));
    }

    @Test
    void allKindsAreTried() {
        Set<Finding.Kind> tried = breaks().map(Break::kind).collect(Collectors.toSet());

        assertThat(tried).containsExactlyInAnyOrder(Finding.Kind.values());
    }

    @Test
    void namesFileLineAndPath() throws IOException {
        String routes =
                Files.readString(ProjectFolder.routes())
                        .replace(RETURNS, "        is_retrun: [false]");
        long line = routes.lines().takeWhile(each -> !each.contains("is_retrun")).count() + 1;

        Run run = verify(routes);

        assertThat(run.out())
                .contains("routes.yaml:" + line + ": routes[0].pattern.detail.is_retrun: ");
    }

    @Test
    void isOneObjectForPrograms() throws IOException {
        String routes = Files.readString(ProjectFolder.routes()).replace("        dlq: raw\n", "");

        Run run = verify(routes, "--json");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out().strip())
                .startsWith("{\"routes\":5,\"examples\":")
                .contains("\"kind\":\"no-dead-letters\",\"file\":")
                .contains("\"path\":\"routes[4].targets[0]\"")
                .doesNotContain("\n");
    }

    @Test
    void isNotTheSameAsUnreadable() {
        Run run = Run.of("verify", "--routes", folder.resolve("none.yaml").toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("none.yaml: no such file").hasLineCount(1);
    }

    private Run verify(String routes, String... more) throws IOException {
        Path examples = Files.createDirectories(folder.resolve("examples"));
        try (Stream<Path> files = Files.list(ProjectFolder.routes().resolveSibling("examples"))) {
            for (Path file : files.toList()) {
                Files.writeString(examples.resolve(file.getFileName()), Files.readString(file));
            }
        }
        Path file = Files.writeString(folder.resolve("routes.yaml"), routes);
        return Run.of(
                Stream.concat(
                                Stream.of(
                                        "verify",
                                        "--routes",
                                        file.toString(),
                                        "--templates",
                                        ProjectFolder.templates().toString()),
                                Arrays.stream(more))
                        .toArray(String[]::new));
    }

    private static Break of(
            Finding.Kind kind, String old, String replacement, String path, String reason) {
        return new Break(kind, old, replacement, path, reason);
    }

    private static String names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "product-" + i)
                .collect(Collectors.joining(", "));
    }

    /** Three times twelve alternatives. */
    private static String alternatives() {
        String twelve =
                IntStream.range(0, 12)
                        .mapToObj("{name: [n%d]}"::formatted)
                        .collect(Collectors.joining(", ", "[", "]"));
        return "        a: {$or: %s}\n        b: {$or: %s}\n        c: {$or: %s}"
                .formatted(twelve, twelve, twelve);
    }

    private static String rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        "  - {name: more-%d, why: more, pattern: {source: [a]}, targets: []}\n"
                                ::formatted)
                .collect(Collectors.joining());
    }

    private static String everything() {
        return "  - {name: everything, why: all, pattern: {source: [{wildcard: '*'}]},"
                + " targets: [{queue: dispatch, dlq: dispatch}]}\n";
    }

    /** The one example that the route of inventory has for itself. */
    private static String matches() {
        return "        dlq: inventory-events\n    match:\n      - {name: a count, file: examples/inventory-counted.json}\n";
    }
}
