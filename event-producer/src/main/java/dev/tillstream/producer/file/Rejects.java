package dev.tillstream.producer.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file that are no events, in a file of their own: number, reason and text, with
 * tabs between. It is made with its first line.
 */
public final class Rejects implements Closeable {

    private static final int TEXT_KEPT = 1_000;

    private final Path file;
    private final long most;
    private final boolean fresh;
    private @Nullable RandomAccessFile out;
    private long count;

    private Rejects(Path file, long most, long count, boolean fresh) {
        this.file = file;
        this.most = most;
        this.count = count;
        this.fresh = fresh;
    }

    /**
     * From the first line on.
     *
     * @param most so many are taken; one more ends the reading
     */
    public static Rejects to(Path file, long most) throws IOException {
        Files.deleteIfExists(file);
        return new Rejects(file, most, 0, true);
    }

    /**
     * Goes on with a file of which the first lines are good.
     *
     * @param count how many
     * @param length how many bytes they have; what is behind them is forgotten
     */
    public static Rejects resumed(Path file, long most, long count, long length)
            throws IOException {
        Rejects rejects = new Rejects(file, most, count, length == 0);
        if (Files.exists(file)) {
            rejects.open().setLength(length);
        }
        return rejects;
    }

    /** Whether there is room for one more; it is written down in any case. */
    boolean add(long line, String reason, String text) throws IOException {
        RandomAccessFile to = open();
        to.seek(to.length());
        String row = line + "\t" + plain(reason) + "\t" + plain(text) + "\n";
        to.write(row.getBytes(StandardCharsets.UTF_8));
        count++;
        return count <= most;
    }

    boolean takesAny() {
        return most > 0;
    }

    public long count() {
        return count;
    }

    /** Bytes so far. */
    public long length() throws IOException {
        return out == null ? 0 : out.length();
    }

    /** Makes what was written outlast this machine's power. */
    public void sync() throws IOException {
        if (out != null) {
            out.getFD().sync();
        }
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    private RandomAccessFile open() throws IOException {
        RandomAccessFile opened = out;
        if (opened == null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            opened = new RandomAccessFile(file.toFile(), "rw");
            if (fresh) {
                opened.setLength(0);
            }
            out = opened;
        }
        return opened;
    }

    private static String plain(String text) {
        String cut = text.length() > TEXT_KEPT ? text.substring(0, TEXT_KEPT) : text;
        return cut.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n");
    }
}
