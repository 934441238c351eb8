package dev.tillstream.producer.file;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.form.BadColumnException;
import dev.tillstream.producer.form.BadHeaderException;
import dev.tillstream.producer.form.Form;
import dev.tillstream.producer.form.Mapping;
import dev.tillstream.producer.input.Input;
import dev.tillstream.producer.line.BadLineException;
import dev.tillstream.producer.line.Records;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with a header; each record is an event.
 *
 * <p>Where no column says otherwise, an event's request id is the file's name and the number of the
 * line on which its record begins: the header is line 1, the first event line 2.
 */
final class TableFile implements EventFile {

    private final Records records;
    private final Form form;
    private final String identity;

    private TableFile(Records records, Form form, String identity) {
        this.records = records;
        this.form = form;
        this.identity = identity;
    }

    /**
     * Reads the header.
     *
     * @throws BadFileException if it isn't the one that is needed
     */
    static TableFile open(Input input, Records records, @Nullable Mapping mapping)
            throws IOException {
        try {
            List<String> header = records.next();
            if (header == null) {
                throw new BadFileException(
                        input.name(), 1, "there is no header, the file is empty");
            }
            List<String> names = header.stream().map(String::strip).toList();
            return new TableFile(records, Form.of(names, mapping), input.identity());
        } catch (BadHeaderException e) {
            throw new BadFileException(input.name(), records.number(), e.getMessage());
        } catch (BadLineException e) {
            throw new BadFileException(input.name(), records.number(), e.reason());
        }
    }

    @Override
    public @Nullable StoreEvent next() throws IOException, BadLineException {
        List<String> values = records.next();
        if (values == null) {
            return null;
        }
        try {
            return form.event(values, identity + ":" + records.number());
        } catch (BadColumnException e) {
            throw new BadLineException(String.valueOf(e.getMessage()), records.text());
        }
    }

    @Override
    public boolean skip() throws IOException {
        try {
            return records.next() != null;
        } catch (BadLineException e) {
            return true;
        }
    }

    @Override
    public long line() {
        return records.number();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
