package dev.tillstream.router.route.explain;

import dev.tillstream.router.route.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A field that is called almost like one that is missing: a slip that is hard to see. */
final class Namesake {

    private static final int MOST_DIFFERENCES = 2;

    private Namesake() {}

    /** The name of such a field beside the missing one, in dots. */
    static Optional<String> of(Value.Fields event, List<String> missing) {
        List<String> holder = missing.subList(0, missing.size() - 1);
        Optional<Value> fields = Optional.of(event);
        for (String name : holder) {
            fields = fields.flatMap(each -> each.field(name));
        }
        return fields.filter(Value.Fields.class::isInstance)
                .map(Value.Fields.class::cast)
                .flatMap(each ->
                        each.entries().keySet().stream()
                                .filter(name -> isClose(name, missing.getLast()))
                                .findFirst())
                .map(name -> holder.isEmpty() ? name : String.join(".", holder) + "." + name);
    }

    private static boolean isClose(String one, String other) {
        String a = plain(one);
        String b = plain(other);
        return Math.abs(a.length() - b.length()) <= MOST_DIFFERENCES
                && Math.min(a.length(), b.length()) > MOST_DIFFERENCES + 1
                && differences(a, b) <= MOST_DIFFERENCES;
    }

    /** {@code detailType}, {@code detail_type} and {@code detail-type} are one name. */
    private static String plain(String name) {
        return name.replaceAll("[-_ .]", "").toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance. */
    private static int differences(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
