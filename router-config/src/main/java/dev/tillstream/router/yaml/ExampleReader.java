package dev.tillstream.router.yaml;

import dev.tillstream.router.route.Envelope;
import dev.tillstream.router.route.Example;
import dev.tillstream.router.route.Route;
import dev.tillstream.router.route.value.Value;
import dev.tillstream.router.schema.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads examples, which are events within routes.yaml or in files beside it. */
final class ExampleReader {

    private final Path folder;

    ExampleReader(Path folder) {
        this.folder = folder;
    }

    /** The examples of the whole file, which say all the routes they land in. */
    List<Example> landing(Entry file, List<Route> routes) {
        List<Example> examples = new ArrayList<>();
        for (Entry entry : file.list("examples")) {
            entry.only("name", "event", "file", "lands");
            if (!entry.has("lands")) {
                entry.objection(entry.path("lands"), "is missing; a list of routes, or []");
            }
            examples.add(
                    Example.landing(
                            entry.path(), name(entry), event(entry), lands(entry, routes), routes));
        }
        return examples;
    }

    /** The examples of one route. */
    List<Example> ofRoute(Entry route, String name) {
        List<Example> examples = new ArrayList<>();
        for (String list : List.of("match", "miss")) {
            for (Entry entry : route.list(list)) {
                entry.only("name", "event", "file");
                examples.add(
                        Example.of(
                                entry.path(),
                                name(entry),
                                event(entry),
                                name,
                                list.equals("match")));
            }
        }
        return examples;
    }

    private static String name(Entry entry) {
        String name = entry.optionalText("name");
        return name == null ? "the event" : name;
    }

    private static Set<String> lands(Entry entry, List<Route> routes) {
        Set<String> lands = new HashSet<>(entry.texts("lands"));
        Set<String> known = routes.stream().map(Route::name).collect(Collectors.toSet());
        lands.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> entry.objection(entry.path("lands"), "there is no route " + name));
        return lands;
    }

    private Value.Fields event(Entry entry) {
        if (entry.has("event") == entry.has("file")) {
            entry.objection(entry.path(), "must have an event or a file that holds it");
            return Envelope.complete(new Value.Fields(Map.of()));
        }
        return Envelope.complete(
                entry.has("event")
                        ? entry.object("event").fields()
                        : entry.parsed("file", this::file).orElse(new Value.Fields(Map.of())));
    }

    private Value.Fields file(Value name) {
        if (!(name instanceof Value.Text(String text))) {
            throw new IllegalArgumentException("must be a text, is " + Entry.shown(name));
        }
        try {
            Value event = JsonValues.read(Files.readString(folder.resolve(text)));
            if (event instanceof Value.Fields fields) {
                return fields;
            }
            throw new IllegalArgumentException("%s holds %s".formatted(text, event.kind()));
        } catch (IOException e) {
            throw new IllegalArgumentException("can't read " + folder.resolve(text), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("%s: %s".formatted(text, e.getMessage()), e);
        }
    }
}
