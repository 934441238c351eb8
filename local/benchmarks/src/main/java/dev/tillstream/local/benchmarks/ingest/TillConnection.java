package dev.tillstream.local.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * One connection that posts sales and reads no more of an answer than it must: the sender shares
 * two cores with what it measures.
 */
final class TillConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final String key;
    private boolean over;

    private TillConnection(Socket socket, InputStream in, String key) {
        this.socket = socket;
        this.in = in;
        this.key = key;
    }

    static TillConnection open(int port, String key) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return new TillConnection(
                socket, new BufferedInputStream(socket.getInputStream(), 8 * 1024), key);
    }

    /** Posts so many sales, numbered from the first on; the status of the answer. */
    int post(long first, int count) throws IOException {
        StringBuilder body = new StringBuilder(count * 256);
        for (int i = 0; i < count; i++) {
            body.append(i == 0 ? count > 1 ? "[" : "" : ",");
            sale(body, first + i);
        }
        body.append(count > 1 ? "]" : "");
        String head =
                "POST /events HTTP/1.1\r\nHost: ingest\r\nContent-Type: application/json\r\n"
                        + "Authorization: Bearer "
                        + key
                        + "\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(US_ASCII));
        return answer();
    }

    /** Whether the last answer said that there will be no other on this connection. */
    boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            System.err.println("A connection did not close: " + e.getMessage());
        }
    }

    private static void sale(StringBuilder body, long number) {
        body.append(
                        "{\"detail-type\":\"sales-events\",\"time\":\"2021-03-06T17:15:06Z\",\"detail\":{")
                .append("\"request_id\":\"")
                .append(number)
                .append("\",\"store_id\":\"store_")
                .append(number % 5)
                .append("\",\"name\":\"Minotaur\",\"category\":\"Books\",\"sales\":75.32}}");
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:");
            over |= lower.equals("connection: close");
        }
        if (chunked) {
            int size = Integer.parseInt(line(), 16);
            while (size > 0) {
                in.skipNBytes(size + 2L);
                size = Integer.parseInt(line(), 16);
            }
            in.skipNBytes(2);
        } else if (length > 0) {
            in.skipNBytes(length);
        }
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
