package dev.tillstream.producer.line;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * The records of a table. One with quotes may go over several lines, if it then has as many values
 * as the first; a quote that is never closed costs the line on which it stands, not the rest of the
 * file.
 */
public final class Records implements Closeable {

    /** A quoted text has no more lines than that. */
    private static final int MOST_LINES = 50;

    private static final CSVFormat QUOTED = CSVFormat.RFC4180.builder().get();

    private final LineReader lines;
    private final char delimiter;
    private final boolean quotes;
    private final Deque<Line> ahead = new ArrayDeque<>();
    private long number;
    private int columns;
    private String text = "";

    private Records(LineReader lines, char delimiter, boolean quotes) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.quotes = quotes;
    }

    /** Values between commas, where need be in quotes, as RFC 4180 has it. */
    public static Records commaSeparated(LineReader lines) {
        return new Records(lines, ',', true);
    }

    /** Values between tabs, as they are: there, a quote is a character like another. */
    public static Records tabSeparated(LineReader lines) {
        return new Records(lines, '\t', false);
    }

    /** A line, or why it is none. */
    private record Line(long number, String text, @Nullable BadLineException bad) {}

    /**
     * The values of the next record; empty lines are passed over. Null behind the last one.
     *
     * @throws BadLineException if the next line is no record
     */
    public @Nullable List<String> next() throws IOException, BadLineException {
        Line line = line();
        while (line != null && line.text().isEmpty() && line.bad() == null) {
            line = line();
        }
        if (line == null) {
            return null;
        }
        number = line.number();
        text = line.text();
        if (line.bad() != null) {
            throw line.bad();
        }
        List<String> values = quotes && text.indexOf('"') >= 0 ? quoted(line) : split(text);
        columns = columns == 0 ? values.size() : columns;
        return values;
    }

    /** The line on which the last record begins. */
    public long number() {
        return number;
    }

    /** The last record as it was read. */
    public String text() {
        return text;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private @Nullable Line line() throws IOException {
        Line line = ahead.pollFirst();
        if (line != null) {
            return line;
        }
        try {
            String next = lines.next();
            return next == null ? null : new Line(lines.number(), next, null);
        } catch (BadLineException e) {
            return new Line(lines.number(), e.text(), e);
        }
    }

    private List<String> quoted(Line first) throws IOException, BadLineException {
        StringBuilder record = new StringBuilder(first.text());
        List<Line> joined = new ArrayList<>();
        boolean open = isOpenBehind(first.text(), false);
        while (open) {
            Line line = line();
            if (line != null) {
                joined.add(line);
            }
            if (line == null || !fits(line, joined.size(), record.length())) {
                throw neverClosed(first, joined);
            }
            record.append('\n').append(line.text());
            open = isOpenBehind(line.text(), true);
        }
        try {
            List<String> values = parse(record.toString());
            if (joined.isEmpty() || values.size() == columns) {
                text = record.toString();
                return values;
            }
        } catch (BadLineException e) {
            if (joined.isEmpty()) {
                throw e;
            }
        }
        throw neverClosed(first, joined);
    }

    /** What looked like a part of its text is read again for itself. */
    private BadLineException neverClosed(Line first, List<Line> joined) {
        joined.reversed().forEach(ahead::addFirst);
        return new BadLineException("has a quote that is never closed", first.text());
    }

    private static boolean fits(Line line, int lines, int length) {
        return line.bad() == null
                && lines < MOST_LINES
                && length + line.text().length() <= LineReader.LONGEST;
    }

    /** Whether a quote is open at the end of a line; only one at a value's beginning opens. */
    private boolean isOpenBehind(String line, boolean openBefore) {
        boolean open = openBefore;
        boolean begins = !openBefore;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (open || begins)) {
                open = !open;
                // The second of two quotes opens again what the first one closed.
                begins = !open;
            } else {
                begins = !open && c == delimiter;
            }
        }
        return open;
    }

    private static List<String> parse(String record) throws BadLineException {
        try (CSVParser parser = CSVParser.parse(record, QUOTED)) {
            return parser.iterator().next().toList();
        } catch (UncheckedIOException | IOException e) {
            throw new BadLineException("can't be read as CSV: " + e.getMessage(), record);
        }
    }

    private List<String> split(String line) {
        List<String> values = new ArrayList<>(16);
        int from = 0;
        for (int to = line.indexOf(delimiter); to >= 0; to = line.indexOf(delimiter, from)) {
            values.add(line.substring(from, to));
            from = to + 1;
        }
        values.add(line.substring(from));
        return values;
    }
}
