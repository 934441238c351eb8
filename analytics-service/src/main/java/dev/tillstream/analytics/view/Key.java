package dev.tillstream.analytics.view;

import dev.tillstream.contract.StoreId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whose total a window is: a store, and what else the view tells apart within it.
 *
 * <p>As text, a store alone is written as it is, because it may hold anything; several parts are
 * joined by bars, with {@code %} and {@code |} within them as {@code %25} and {@code %7C}.
 *
 * @param rest the values of the key's further fields, in their order
 */
public record Key(StoreId store, List<String> rest) {

    public Key {
        rest = List.copyOf(rest);
    }

    public static Key of(StoreId store) {
        return new Key(store, List.of());
    }

    /**
     * The inverse of {@link #toString()}.
     *
     * @param fields how many there are, the store included
     */
    public static Key parse(String text, int fields) {
        if (fields == 1) {
            return of(new StoreId(text));
        }
        List<String> parts =
                Arrays.stream(text.split("\\|", -1))
                        .map(part -> part.replace("%7C", "|").replace("%25", "%"))
                        .toList();
        if (parts.size() != fields) {
            throw new IllegalArgumentException("not " + fields + " fields: " + text);
        }
        return new Key(new StoreId(parts.getFirst()), parts.subList(1, fields));
    }

    /** Asked several times an event: what records generate for it takes several times as long. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Key(StoreId otherStore, List<String> otherRest)
                && store.value().equals(otherStore.value())
                && (rest.isEmpty() ? otherRest.isEmpty() : rest.equals(otherRest));
    }

    @Override
    public int hashCode() {
        return store.value().hashCode() * 31 + (rest.isEmpty() ? 1 : rest.hashCode());
    }

    @Override
    public String toString() {
        if (rest.isEmpty()) {
            return store.value();
        }
        List<String> parts = new ArrayList<>();
        parts.add(escaped(store.value()));
        rest.forEach(part -> parts.add(escaped(part)));
        return String.join("|", parts);
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("|", "%7C");
    }
}
