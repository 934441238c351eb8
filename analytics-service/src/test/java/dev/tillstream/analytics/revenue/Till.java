package dev.tillstream.analytics.revenue;

import dev.tillstream.contract.Money;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The oracle: a plain sum over the distinct sales, by store and minute. */
final class Till {

    private Till() {}

    static Map<WindowId, Totals> totals(RevenueView view, List<Arrival> arrivals) {
        Map<WindowId, Totals> totals = new LinkedHashMap<>();
        Set<Identity> seen = new HashSet<>();
        for (Arrival arrival : arrivals) {
            var sale = arrival.sale();
            if (seen.add(Identity.of(sale.identity()))) {
                Money amount = sale.returned() ? sale.sales().negate() : sale.sales();
                var one = new Totals(amount, 1, sale.returned() ? 1 : 0, 0);
                totals.merge(view.windowOf(sale), one, Totals::plus);
            }
        }
        return totals;
    }
}
