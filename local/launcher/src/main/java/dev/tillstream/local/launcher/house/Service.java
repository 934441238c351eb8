package dev.tillstream.local.launcher.house;

import java.util.Arrays;
import java.util.List;

/** What belongs to Tillstream and runs in a process of its own. */
public enum Service {
    INGEST("ingest-service", "128m"),
    DISPATCH("dispatch-service", "128m"),
    WAREHOUSE("warehouse-service", "128m"),
    ANALYTICS("analytics-service", "192m");

    private final String title;
    private final String heap;

    Service(String title, String heap) {
        this.title = title;
        this.heap = heap;
    }

    /** The name of its module. */
    public String title() {
        return title;
    }

    String heap() {
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
