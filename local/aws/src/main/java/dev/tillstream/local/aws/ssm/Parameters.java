package dev.tillstream.local.aws.ssm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** All versions of all parameters, in memory. */
final class Parameters {

    private final ConcurrentNavigableMap<String, List<Parameter>> versions =
            new ConcurrentSkipListMap<>();

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
                            return List.copyOf(all);
                        })
                .getLast();
    }

    boolean remove(String name) {
        return versions.remove(name) != null;
    }
}
