package dev.tillstream.local.benchmarks.producer;

import dev.tillstream.producer.input.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The sample day again and again, as one table of any size that needs no disk. */
final class RepeatedDay implements Input {

    private final byte[] day;
    private final int header;
    private final long size;

    private RepeatedDay(byte[] day, int header, long size) {
        this.day = day;
        this.header = header;
        this.size = size;
    }

    static RepeatedDay of(Path sample, long bytes) throws IOException {
        byte[] day = Files.readAllBytes(sample);
        int header = 0;
        while (day[header] != '\n') {
            header++;
        }
        int body = day.length - header - 1;
        return new RepeatedDay(day, header + 1, header + 1 + (bytes / body + 1) * body);
    }

    @Override
    public String name() {
        return "day.csv";
    }

    @Override
    public String identity() {
        return "day.csv";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() {
        return new InputStream() {

            private long position;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0];
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (position >= size) {
                    return -1;
                }
                int at = at();
                int read = (int) Math.min(Math.min(length, day.length - at), size - position);
                System.arraycopy(day, at, bytes, offset, read);
                position += read;
                return read;
            }

            private int at() {
                return position < header
                        ? (int) position
                        : header + (int) ((position - header) % (day.length - header));
            }
        };
    }
}
