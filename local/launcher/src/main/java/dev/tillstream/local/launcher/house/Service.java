package dev.tillstream.local.launcher.house;

import java.util.Arrays;
import java.util.List;

/** What belongs to Tillstream and runs in a process of its own. */
public enum Service {
    INGEST("ingest-service"),
    DISPATCH("dispatch-service"),
    WAREHOUSE("warehouse-service"),
    ANALYTICS("analytics-service");

    private final String title;

    Service(String title) {
        this.title = title;
    }

    /** The name of its module. */
    public String title() {
        return title;
    }

    /** Options of its JVM. */
    List<String> heap() {
        return switch (this) {
            // As docker-compose.yml has it: an overload was measured with these.
            case INGEST -> List.of("-Xmx100m", "-Xmn34m");
            case DISPATCH, WAREHOUSE -> List.of("-Xmx96m");
            // Survivors hold what is read at once: else the old generation fills up with it.
            case ANALYTICS -> List.of("-Xmx108m", "-Xmn24m", "-XX:SurvivorRatio=3");
        };
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
