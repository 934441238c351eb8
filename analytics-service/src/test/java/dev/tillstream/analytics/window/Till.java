package dev.tillstream.analytics.window;

import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.ViewFixture;
import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The oracle: plain sums over the distinct events, in words of their own for each of the views of
 * {@link ViewFixture}.
 */
final class Till {

    private static final List<String> NONE = List.of();

    private final Map<WindowId, Totals> totals = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    private Till() {}

    static Map<WindowId, Totals> totals(List<Arrival> arrivals) {
        var till = new Till();
        arrivals.forEach(arrival -> till.take(arrival));
        return till.totals;
    }

    private void take(Arrival arrival) {
        var event = arrival.event();
        if (!seen.add(event.identity().id())) {
            return;
        }
        switch (event) {
            case SaleRecorded sale -> {
                Money amount = sale.returned() ? sale.sales().negate() : sale.sales();
                var one = new Totals(amount, 1, sale.returned() ? 1 : 0, 0);
                add(ViewFixture.SALES_REVENUE, arrival, NONE, one);
                add(ViewFixture.SALES_BY_CATEGORY, arrival, List.of(sale.category()), one);
                if (!sale.returned()) {
                    String product = sale.name().toUpperCase(Locale.ROOT);
                    var pieces = new Totals(Money.of("" + sale.quantity()), 1, 0, 0);
                    add(ViewFixture.PIECES, arrival, List.of(product), pieces);
                }
            }
            case InventoryChanged change -> {}
            case OtherEvent other -> throw new AssertionError(other);
        }
        var counted = new Totals(Money.ZERO, 1, 0, 0);
        add(ViewFixture.EVENTS_BY_TYPE, arrival, List.of(event.detailType()), counted);
    }

    private void add(View view, Arrival arrival, List<String> rest, Totals one) {
        StoreId store = arrival.event().storeId();
        var window = WindowId.at(view, new Key(store, rest), arrival.event().time());
        totals.merge(window, one, Totals::plus);
    }
}
