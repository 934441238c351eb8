package dev.tillstream.consumer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** Takes connections and never says a word, as an AWS behind a broken network may do. */
public final class SilentServer implements AutoCloseable {

    private final ServerSocket socket;

    public SilentServer() throws IOException {
        // Connections wait in the backlog, accepted by the system and served by nobody.
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
