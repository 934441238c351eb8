package dev.tillstream.analytics.local;

import static dev.tillstream.analytics.window.SaleFixture.NOON;
import static dev.tillstream.analytics.window.SaleFixture.sale;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.json.EventCodec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The laws of the pipe, however the lines are ordered, repeated, broken and cut. */
final class PipeTotalsTest {

    private static final EventCodec CODEC = new EventCodec();
    private static final String BROKEN = "{\"detail-type\":";

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void saysThePlainSumOfDistinctSales(
            @ForAll("sales") List<SaleRecorded> sales,
            @ForAll @IntRange(max = 3) int broken,
            @ForAll @IntRange(min = 1, max = 3_000) int piece)
            throws IOException {
        List<String> lines = sales.stream().map(CODEC::encode).collect(Collectors.toList());
        for (int i = 0; i < broken; i++) {
            lines.add(lines.size() * i / 3, BROKEN);
        }
        Map<String, SaleRecorded> distinct = new HashMap<>();
        sales.forEach(sale -> distinct.putIfAbsent(sale.identity().id(), sale));

        try (Run run = new Run(lines, piece, Long.MAX_VALUE)) {
            assertThat(run.counted.exit()).isEqualTo(broken == 0 ? 0 : 3);
            assertThat(run.counted.lines("quarantine")).hasSize(broken);
            assertThat(revenue(run.counted)).isEqualTo(sums(List.copyOf(distinct.values())));
        }
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void losesNoMoneyHoweverLittleIsKept(
            @ForAll("sales") List<SaleRecorded> sales,
            @ForAll @IntRange(max = 5) int kept,
            @ForAll @IntRange(min = 1, max = 3_000) int piece)
            throws IOException {
        // None twice: of an event that is too late nobody knows whether it was counted.
        List<SaleRecorded> distinct =
                List.copyOf(
                        sales.stream()
                                .collect(
                                        Collectors.toMap(
                                                sale -> sale.identity().id(),
                                                sale -> sale,
                                                (one, other) -> one))
                                .values());
        List<String> lines = distinct.stream().map(CODEC::encode).toList();

        try (Run run = new Run(lines, piece, kept * 1_000L)) {
            Map<String, BigDecimal> sums = revenue(run.counted);
            for (JsonNode line : run.counted.lines("quarantine")) {
                if (line.required("view").stringValue().equals("sales_revenue")) {
                    SaleRecorded late =
                            (SaleRecorded)
                                    CODEC.decode(
                                            line.required("data").stringValue().getBytes(UTF_8));
                    sums.merge(key(late), late.revenue().amount(), BigDecimal::add);
                }
            }
            assertThat(sums).isEqualTo(sums(distinct));
        }
    }

    private static Map<String, BigDecimal> sums(List<SaleRecorded> sales) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        sales.forEach(sale -> sums.merge(key(sale), sale.revenue().amount(), BigDecimal::add));
        return sums;
    }

    private static String key(SaleRecorded sale) {
        long minute = sale.time().getEpochSecond() / 60 * 60;
        return sale.storeId() + " " + Instant.ofEpochSecond(minute);
    }

    private static Map<String, BigDecimal> revenue(Counted counted) {
        Map<String, BigDecimal> revenue = new TreeMap<>();
        counted.rows("sales_revenue")
                .forEach((key, row) -> revenue.put(key, row.required("revenue").decimalValue()));
        return revenue;
    }

    /** Of an hour, in any order, each identity with one content. */
    @Provide
    Arbitrary<List<SaleRecorded>> sales() {
        return Combinators.combine(
                        Arbitraries.of("north", "south"), Arbitraries.integers().between(0, 40))
                .as((store, id) ->
                        sale(
                                store,
                                "id-" + id,
                                NOON.plusSeconds(id * 83 % 600),
                                BigDecimal.valueOf(100 + id, 2).toString(),
                                id % 7 == 0))
                .list()
                .ofMaxSize(60);
    }

    /** In a folder that is gone afterwards. */
    private static final class Run implements AutoCloseable {
        private final Path parent = Files.createTempDirectory("pipe");
        private final Counted counted;

        Run(List<String> lines, int piece, long keptBytes) throws IOException {
            byte[] input = String.join("\n", lines).getBytes(UTF_8);
            Path out = parent.resolve("rows");
            counted = Counted.run(new Pieces(input, piece), keptBytes, out, Counted.into(out));
        }

        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(parent);
        }
    }
}
