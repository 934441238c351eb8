package dev.tillstream.router.route;

import dev.tillstream.router.route.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the bus puts around an event. */
public final class Envelope {

    private static final Map<String, Value> DEFAULTS =
            Map.of(
                    "version", new Value.Text("0"),
                    "id", new Value.Text("00000000-0000-0000-0000-000000000000"),
                    "source", new Value.Text("tillstream.ingest"),
                    "account", new Value.Text("000000000000"),
                    "time", new Value.Text("2021-03-06T17:15:06Z"),
                    "region", new Value.Text("us-east-1"),
                    "resources", new Value.Items(List.of()));

    private Envelope() {}

    /** The event with everything that an example may leave away because no route looks at it. */
    public static Value.Fields complete(Value.Fields event) {
        Map<String, Value> fields = new LinkedHashMap<>(event.entries());
        DEFAULTS.forEach(fields::putIfAbsent);
        return new Value.Fields(fields);
    }

    /** The same, but for the time: an event that has none must not be shown with one. */
    public static Value.Fields completeButForTime(Value.Fields event) {
        Map<String, Value> fields = new LinkedHashMap<>(complete(event).entries());
        if (event.field("time").isEmpty()) {
            fields.remove("time");
        }
        return new Value.Fields(fields);
    }
}
