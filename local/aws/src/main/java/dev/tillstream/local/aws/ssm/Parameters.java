package dev.tillstream.local.aws.ssm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** The versions of all parameters; AWS keeps a hundred of each. */
final class Parameters {

    private static final int MOST_VERSIONS = 100;

    private final ConcurrentNavigableMap<String, List<Parameter>> versions =
            new ConcurrentSkipListMap<>();
    private final ParameterShelf shelf;

    /** Those that an earlier process left on this shelf are there again. */
    Parameters(ParameterShelf shelf) {
        this.shelf = shelf;
        shelf.forEach(versions::put);
    }

    /** The newest version, or the one asked for by {@code name:version}. */
    Optional<Parameter> find(String selector) {
        int colon = selector.indexOf(':');
        String name = colon < 0 ? selector : selector.substring(0, colon);
        List<Parameter> all = versions.getOrDefault(name, List.of());
        if (colon < 0) {
            return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
        }
        String version = selector.substring(colon + 1);
        return all.stream()
                .filter(parameter -> Integer.toString(parameter.version()).equals(version))
                .findFirst();
    }

    /** The newest version of each, by name. */
    Collection<Parameter> all() {
        return versions.values().stream().map(List::getLast).toList();
    }

    /** Adds a version, made from what is there: at most one writer of a name at a time. */
    Parameter add(String name, UnaryOperator<Optional<Parameter>> next) {
        return versions.compute(
                        name,
                        (key, old) -> {
                            List<Parameter> all =
                                    old == null ? new ArrayList<>() : new ArrayList<>(old);
                            Optional<Parameter> newest =
                                    all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
                            next.apply(newest).ifPresent(all::add);
                            int oldest = Math.max(0, all.size() - MOST_VERSIONS);
                            List<Parameter> kept = List.copyOf(all.subList(oldest, all.size()));
                            shelf.save(name, kept);
                            return kept;
                        })
                .getLast();
    }

    boolean remove(String name) {
        boolean present = versions.containsKey(name);
        versions.computeIfPresent(
                name,
                (key, old) -> {
                    shelf.remove(name);
                    return null;
                });
        return present;
    }
}
