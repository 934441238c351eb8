package dev.tillstream.local.aws.eventbridge.rule;

import dev.tillstream.local.aws.eventbridge.delivery.TargetWorker;
import dev.tillstream.local.aws.eventbridge.target.Event;
import dev.tillstream.local.aws.protocol.AwsException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An event bus with its rules; matching never waits for a change of rules. */
public final class Bus {

    private final String name;
    private final String arn;
    private final RuleShelf shelf;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile SortedMap<String, Rule> rules = new TreeMap<>();
    private volatile RuleSet compiled = new RuleSet(List.of());

    Bus(String name, String arn, RuleShelf shelf) {
        this.name = name;
        this.arn = arn;
        this.shelf = shelf;
    }

    public String name() {
        return name;
    }

    public String arn() {
        return arn;
    }

    public String ruleArn(String rule) {
        String path = name.equals(Buses.DEFAULT) ? rule : name + "/" + rule;
        return arn.substring(0, arn.lastIndexOf(':') + 1) + "rule/" + path;
    }

    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    public Optional<Rule> find(String rule) {
        return Optional.ofNullable(rules.get(rule));
    }

    public Rule rule(String rule) {
        return find(rule)
                .orElseThrow(() ->
                        AwsException.badRequest(
                                "ResourceNotFoundException",
                                "Rule " + rule + " does not exist on EventBus " + name + "."));
    }

    /**
     * Changes a rule, one change at a time; the function gets null for a new one, answers null to
     * delete.
     */
    public void change(String rule, Function<@Nullable Rule, @Nullable Rule> change) {
        lock.lock();
        try {
            SortedMap<String, Rule> next = new TreeMap<>(rules);
            Rule changed = change.apply(next.get(rule));
            if (changed == null) {
                next.remove(rule);
                shelf.removeRule(name, rule);
            } else {
                next.put(rule, changed);
                shelf.saveRule(name, changed);
            }
            compiled = new RuleSet(next.values());
            rules = next;
        } finally {
            lock.unlock();
        }
    }

    public List<TargetWorker> matching(Event event) {
        return compiled.matching(event);
    }
}
