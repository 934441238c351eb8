package dev.tillstream.warehouse.stock.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * When a level is low.
 *
 * @param low levels below this many pieces are; 0 or less for none
 * @param lowOfCategory the same for the products of some categories
 */
public record Thresholds(int low, Map<String, Integer> lowOfCategory) {

    public Thresholds {
        lowOfCategory = Map.copyOf(lowOfCategory);
    }

    /** All that a level of a category can cross. */
    public List<Crossing> of(String category) {
        int lowHere = lowOfCategory.getOrDefault(category, low);
        List<Crossing> all = new ArrayList<>();
        if (lowHere > 0) {
            all.add(new Crossing(Alert.LOW, lowHere));
        }
        all.add(new Crossing(Alert.NEGATIVE, 0));
        return List.copyOf(all);
    }

    /** Those that a level crosses on its way down from one to the other; upwards there are none. */
    public List<Crossing> crossed(String category, long before, long after) {
        return of(category).stream()
                .filter(each -> before >= each.threshold() && after < each.threshold())
                .toList();
    }
}
