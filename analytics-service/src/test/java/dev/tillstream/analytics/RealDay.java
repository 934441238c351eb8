package dev.tillstream.analytics;

import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.SaleFixture;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One day of a real shop (samples/README.md), and what it amounts to. */
final class RealDay {

    private static final Path FILE = Path.of("..", "samples", "online-retail-2010-12-01.csv");

    /** Number, code, description, quantity, date, price, customer, country. */
    private static final Pattern LINE =
            Pattern.compile("[^,]*,[^,]*,.*,(-?\\d+),([^,]*),([^,]*),[^,]*,([^,]*)");

    private final List<SaleRecorded> sales;

    /**
     * The whole of it.
     *
     * @param prefix of the stores' names, so that tests that share a stream don't meet
     */
    RealDay(String prefix) throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        sales =
                IntStream.range(1, lines.size())
                        .mapToObj(number -> sale(prefix, number, lines.get(number)))
                        .toList();
    }

    List<SaleRecorded> sales() {
        return sales;
    }

    /** A sale of each store on the day after, which says that the day is over. */
    List<SaleRecorded> closing() {
        Instant after = Instant.parse("2010-12-02T00:00:00Z");
        return stores().stream()
                .map(store -> SaleFixture.sale(store.value(), "closing", after, "1.00"))
                .toList();
    }

    Set<StoreId> stores() {
        return sales.stream().map(SaleRecorded::storeId).collect(Collectors.toSet());
    }

    /**
     * Of each window of a view that sums by store.
     *
     * @param returns what a return does to the sum
     */
    Map<WindowId, Totals> totals(View view, BinaryOperator<Money> returns) {
        Map<WindowId, Totals> totals = new HashMap<>();
        for (SaleRecorded sale : sales) {
            Totals one =
                    sale.returned()
                            ? new Totals(returns.apply(Money.ZERO, sale.sales()), 1, 1, 0)
                            : new Totals(sale.sales(), 1, 0, 0);
            totals.merge(WindowId.at(view, Key.of(sale.storeId()), sale.time()), one, Totals::plus);
        }
        return totals;
    }

    private static SaleRecorded sale(String prefix, int number, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("line " + number + ": " + line);
        }
        var pieces = new BigDecimal(matcher.group(1));
        BigDecimal price = new BigDecimal(matcher.group(3));
        return SaleFixture.sale(
                prefix + matcher.group(4),
                "line " + number,
                Instant.parse(matcher.group(2).replace(' ', 'T') + "Z"),
                price.multiply(pieces.abs()).toPlainString(),
                pieces.signum() < 0);
    }
}
