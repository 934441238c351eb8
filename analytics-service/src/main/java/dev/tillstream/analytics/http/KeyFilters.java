package dev.tillstream.analytics.http;

import dev.tillstream.analytics.view.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a request says of the fields of a view's key, beyond the store. */
final class KeyFilters {

    private static final Set<String> OTHERS = Set.of("store_id", "from", "to", "limit", "cursor");

    private KeyFilters() {}

    static Map<String, String> of(View view, Map<String, List<String>> parameters) {
        Map<String, String> filters = new HashMap<>();
        parameters.forEach((name, values) -> {
            if (values.size() != 1) {
                throw new BadParameterException(name, "must be given once");
            }
            if (!OTHERS.contains(name)) {
                if (!view.key().contains(name)) {
                    throw new BadParameterException(
                            name, "is no field of the view's key, which is " + view.key());
                }
                filters.put(name, values.getFirst());
            }
        });
        return filters;
    }
}
