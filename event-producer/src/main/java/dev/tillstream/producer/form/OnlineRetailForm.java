package dev.tillstream.producer.form;

import dev.tillstream.contract.StoreEvent;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A table with the columns of the UCI Online Retail data set; each line is one sale or return.
 *
 * <p>Content can't tell sales apart, for real receipts hold equal lines: a sale is called after its
 * line.
 */
final class OnlineRetailForm implements Form {

    private final Times times = Times.of("uuuu-MM-dd HH:mm:ss", ZoneOffset.UTC);

    private OnlineRetailForm() {}

    static OnlineRetailForm of(List<String> header) {
        if (!header.equals(Column.NAMES)) {
            throw new BadHeaderException(
                    "the header must be "
                            + String.join(",", Column.NAMES)
                            + firstDifference(header));
        }
        return new OnlineRetailForm();
    }

    @Override
    public StoreEvent event(List<String> values, String place) throws BadColumnException {
        return OnlineRetailLine.of(values, times).toSale(place);
    }

    private static String firstDifference(List<String> found) {
        for (int i = 0; i < Math.min(found.size(), Column.NAMES.size()); i++) {
            if (!found.get(i).equals(Column.NAMES.get(i))) {
                return ", but column " + (i + 1) + " is \"" + found.get(i) + "\"";
            }
        }
        return ", but has " + found.size() + " columns";
    }
}
