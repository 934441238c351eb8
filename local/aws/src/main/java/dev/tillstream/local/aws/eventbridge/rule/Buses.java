package dev.tillstream.local.aws.eventbridge.rule;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.eventbridge.delivery.Workers;
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
    private final RuleShelf shelf;
    private final Map<String, Bus> buses = new ConcurrentHashMap<>();

    /** What an earlier process left on this disk is there again, and is delivered. */
    public Buses(String region, String account, Workers workers, Disk disk) {
        this.arnPrefix = "arn:aws:events:" + region + ":" + account + ":event-bus/";
        this.shelf = new RuleShelf(disk);
        shelf.buses(name -> buses.put(name, bus(name)));
        buses.computeIfAbsent(DEFAULT, this::bus);
        shelf.rules(name -> get(Optional.of(name)), workers);
        workers.restoreRetired();
    }

    public Bus create(String name) {
        Bus bus = bus(name);
        if (buses.putIfAbsent(name, bus) != null) {
            throw AwsException.badRequest(
                    "ResourceAlreadyExistsException", "Event bus " + name + " already exists.");
        }
        shelf.saveBus(name);
        return bus;
    }

    private Bus bus(String name) {
        return new Bus(name, arnPrefix + name, shelf);
    }

    public void delete(String name) {
        shelf.removeBus(name);
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
