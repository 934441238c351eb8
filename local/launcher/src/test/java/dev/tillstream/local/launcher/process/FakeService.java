package dev.tillstream.local.launcher.process;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A service in a process of its own that does what its arguments say: {@code PORT [MANNERS]}. */
final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws Exception {
        List<String> manners = List.of(arguments).subList(1, arguments.length);
        System.out.println("fake service starts");
        if (manners.contains("dies-at-once")) {
            System.exit(3);
        }
        if (manners.contains("never-stops")) {
            Runtime.getRuntime().addShutdownHook(new Thread(FakeService::waitForEver));
        }
        int status = manners.contains("never-healthy") ? 503 : 200;
        InetAddress loopback = InetAddress.getLoopbackAddress();
        int port = Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        server.createContext(
                "/health",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(status, -1);
                    }
                });
        server.createContext("/exit", exchange -> Runtime.getRuntime().halt(7));
        server.start();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
