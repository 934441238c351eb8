package dev.tillstream.producer.form;

import dev.tillstream.contract.StoreEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the event of a record; made for one table by its header. */
@FunctionalInterface
public interface Form {

    /**
     * The event that the values of a record say.
     *
     * @param place what the event is called where no column says it: the table and the line
     */
    StoreEvent event(List<String> values, String place) throws BadColumnException;

    /**
     * The form for a table with this header.
     *
     * @param mapping which column holds what; null for Online Retail, or a table whose columns are
     *     called as the fields of a sale
     * @throws BadHeaderException if the header lacks a column
     */
    static Form of(List<String> header, @Nullable Mapping mapping) {
        if (mapping != null) {
            return MappedForm.of(header, mapping);
        }
        return header.contains(Column.INVOICE_NO.label())
                ? OnlineRetailForm.of(header)
                : MappedForm.of(header, Mapping.byName(header));
    }
}
