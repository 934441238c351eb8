package dev.tillstream.local.aws.eventbridge.rule;

import dev.tillstream.local.aws.protocol.AwsException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The event buses of the account; the default one is always there. */
public final class Buses {

    static final String DEFAULT = "default";

    private final String arnPrefix;
    private final Map<String, Bus> buses = new ConcurrentHashMap<>();

    public Buses(String region, String account) {
        this.arnPrefix = "arn:aws:events:" + region + ":" + account + ":event-bus/";
        create(DEFAULT);
    }

    public Bus create(String name) {
        Bus bus = new Bus(name, arnPrefix + name);
        if (buses.putIfAbsent(name, bus) != null) {
            throw AwsException.badRequest(
                    "ResourceAlreadyExistsException", "Event bus " + name + " already exists.");
        }
        return bus;
    }

    public void delete(String name) {
        buses.remove(name);
    }

    /** By name or ARN; no name means the default bus. */
    public Optional<Bus> find(Optional<String> nameOrArn) {
        String key = nameOrArn.orElse(DEFAULT);
        return Optional.ofNullable(
                buses.get(key.startsWith(arnPrefix) ? key.substring(arnPrefix.length()) : key));
    }

    public Bus get(Optional<String> nameOrArn) {
        return find(nameOrArn)
                .orElseThrow(() ->
                        AwsException.badRequest(
                                "ResourceNotFoundException",
                                "Event bus " + nameOrArn.orElse(DEFAULT) + " does not exist."));
    }

    public List<Bus> all() {
        return buses.values().stream().sorted(Comparator.comparing(Bus::name)).toList();
    }
}
