package dev.tillstream.local.aws.fault;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A rule at work: its draws and what it has struck so far. */
public final class Fault {

    private final String id;
    private final FaultRule rule;
    private final InstantSource clock;
    private final Instant added;
    private final Random random;
    private long calls;
    private long hits;

    Fault(String id, FaultRule rule, InstantSource clock) {
        this.id = id;
        this.rule = rule;
        this.clock = clock;
        this.added = clock.instant();
        this.random = new Random(rule.seed());
    }

    public String id() {
        return id;
    }

    public FaultRule rule() {
        return rule;
    }

    /** Calls that it was aimed at. */
    public synchronized long calls() {
        return calls;
    }

    /** Calls that it struck. */
    public synchronized long hits() {
        return hits;
    }

    /** It strikes no more, but stays in the list to tell its hits. */
    public synchronized boolean isSpent() {
        return hits == rule.count()
                || (rule.kind() == FaultKind.OUTAGE
                        && !clock.instant().isBefore(added.plus(rule.time())));
    }

    /** Draws whether this call, which it is aimed at, is struck. */
    synchronized boolean strikes() {
        if (isSpent()) {
            return false;
        }
        calls++;
        boolean struck = random.nextDouble() < rule.probability();
        hits += struck ? 1 : 0;
        return struck;
    }

    /** The positions of a batch's entries that are refused. */
    public synchronized Set<Integer> refused(int entries) {
        long share = Math.max(1, Math.round(entries * rule.share()));
        return order(entries).stream().limit(share).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Positions in an order that differs from theirs, if there are two or more. */
    public synchronized List<Integer> order(int entries) {
        List<Integer> natural = IntStream.range(0, entries).boxed().toList();
        List<Integer> order = new ArrayList<>(natural);
        Collections.shuffle(order, random);
        if (order.equals(natural)) {
            Collections.rotate(order, 1);
        }
        return order;
    }
}
