package dev.tillstream.producer.file;

import dev.tillstream.contract.StoreEvent;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with the columns of the UCI Online Retail data set; each line is one sale or return.
 *
 * <p>An event's request id is the file's name and the number of the line on which its record
 * begins: the header is line 1, the first sale line 2. Content can't tell sales apart, for real
 * receipts hold equal lines.
 */
final class OnlineRetailFile implements EventFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    OnlineRetailFile(Path file, Reader reader) throws IOException {
        this.file = file;
        parser = CSVParser.builder().setReader(reader).setFormat(FORMAT).get();
        records = parser.iterator();
        checkHeader();
    }

    @Override
    public @Nullable StoreEvent next() {
        CSVRecord record = nextRecord();
        if (record == null) {
            return null;
        }
        long line = lineOf(record);
        try {
            return OnlineRetailLine.of(record.toList()).toSale(requestId(line));
        } catch (BadColumnException e) {
            throw new BadFileException(file, line, e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private void checkHeader() {
        CSVRecord header = nextRecord();
        List<String> found = header == null ? List.of() : header.toList();
        if (!found.equals(Column.NAMES)) {
            throw new BadFileException(
                    file,
                    1,
                    "the header must be "
                            + String.join(",", Column.NAMES)
                            + (found.isEmpty() ? ", but the file is empty" : "")
                            + firstDifference(found));
        }
    }

    private static String firstDifference(List<String> found) {
        for (int i = 0; i < Math.min(found.size(), Column.NAMES.size()); i++) {
            if (!found.get(i).equals(Column.NAMES.get(i))) {
                return ", but column " + (i + 1) + " is \"" + found.get(i) + "\"";
            }
        }
        return found.isEmpty() ? "" : ", but has " + found.size() + " columns";
    }

    private @Nullable CSVRecord nextRecord() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw FileFormat.failed(file, parser.getCurrentLineNumber(), e.getCause());
        }
    }

    /** The parser tells the line on which it stands: the record's last one. */
    private long lineOf(CSVRecord record) {
        long breaks = record.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
        return parser.getCurrentLineNumber() - breaks;
    }

    private String requestId(long line) {
        return file.getFileName() + ":" + line;
    }
}
