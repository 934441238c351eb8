package dev.tillstream.producer.form;

import dev.tillstream.contract.SaleRecorded;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which column of a table holds which field of an event.
 *
 * @param event the detail-type of all of them
 * @param time the column that says when it happened
 * @param times reads it
 * @param fields of the detail, by their names
 */
public record Mapping(String event, String time, Times times, Map<String, FieldRule> fields) {

    private static final Set<String> OF_SALES = Set.of("store_id", "name", "category", "sales");

    public Mapping {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        Set<String> known = fields.keySet();
        Set<String> needed = event.equals(SaleRecorded.DETAIL_TYPE) ? OF_SALES : Set.of("store_id");
        List<String> missing =
                needed.stream().filter(name -> !known.contains(name)).sorted().toList();
        if (!missing.isEmpty()) {
            throw new BadHeaderException(
                    "nothing says " + String.join(", ", missing) + " of " + event);
        }
    }

    /**
     * Reads a mapping, for example
     *
     * <pre>
     * event: sales-events
     * time: {column: Sold at, format: dd/MM/uuuu HH:mm, zone: Europe/London}
     * fields:
     *   store_id: Country
     *   name: {column: Article, default: unnamed}
     *   category: {value: unknown}
     *   sales: {column: Price, times: Pieces}
     *   quantity: Pieces
     * </pre>
     *
     * @throws BadHeaderException naming file and field
     */
    public static Mapping read(Path file) {
        return MappingFile.read(file);
    }

    /** For a table whose columns are called as the fields of a sale. */
    static Mapping byName(List<String> header) {
        Map<String, FieldRule> fields = new LinkedHashMap<>();
        for (String column : header) {
            if (!column.equals("time")) {
                fields.put(column, FieldRule.ofColumn(column, column));
            }
        }
        try {
            return new Mapping(SaleRecorded.DETAIL_TYPE, "time", Times.iso(ZoneOffset.UTC), fields);
        } catch (BadHeaderException e) {
            throw new BadHeaderException(
                    "the header must be Online Retail's ("
                            + String.join(",", Column.NAMES)
                            + ") or have time, store_id, name, category and sales, or a mapping"
                            + " must say which column is what: "
                            + e.getMessage());
        }
    }
}
