package dev.tillstream.local.launcher.house;

import java.util.Arrays;
import java.util.List;

/** What belongs to Tillstream and runs in a process of its own. */
public enum Service {
    // As docker-compose.yml has it: an overload was measured with these.
    INGEST("ingest-service", "-Xmx100m", "-Xmn34m"),
    DISPATCH("dispatch-service", "-Xmx128m"),
    WAREHOUSE("warehouse-service", "-Xmx128m"),
    ANALYTICS("analytics-service", "-Xmx192m");

    private final String title;
    private final List<String> heap;

    Service(String title, String... heap) {
        this.title = title;
        this.heap = List.of(heap);
    }

    /** The name of its module. */
    public String title() {
        return title;
    }

    /** Options of its JVM. */
    List<String> heap() {
        return heap;
    }

    /** By the module's name, or its first word. */
    public static Service named(String name) {
        return Arrays.stream(values())
                .filter(service ->
                        service.title.equals(name) || service.title.equals(name + "-service"))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no service is called " + name + ": " + titles()));
    }

    private static String titles() {
        List<String> titles = Arrays.stream(values()).map(Service::title).toList();
        return String.join(", ", titles);
    }
}
