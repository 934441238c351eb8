package dev.tillstream.local.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports that nobody uses: four services and the AWS in a row, and their management 1000 further.
 */
final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int LAST = 30_000;

    private FreePorts() {}

    /** What to give to {@code --port}; below the range from which the system takes ports itself. */
    static int base() {
        return ThreadLocalRandom.current()
                .ints(FIRST, LAST)
                .limit(1_000)
                .filter(base -> ofHouse(base).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow();
    }

    static IntStream ofHouse(int base) {
        return IntStream.concat(
                IntStream.range(base, base + 5), IntStream.range(base + 1_000, base + 1_004));
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
