package dev.tillstream.local.aws.fault;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All faults there are, in the order they were added; the first one that strikes decides. */
public final class Faults {

    private static final int MOST = 100;

    private final InstantSource clock;
    private final Map<Long, Fault> faults = new ConcurrentSkipListMap<>();
    private final AtomicLong number = new AtomicLong();

    public Faults(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What happens to a call.
     *
     * @param delay how long it is held up first
     * @param fault what else strikes it, none if null
     */
    public record Verdict(Duration delay, @Nullable Fault fault) {}

    public synchronized Fault add(FaultRule rule) {
        if (faults.size() == MOST) {
            throw new BadFaultException("There are " + MOST + " faults already: delete some.");
        }
        long next = number.incrementAndGet();
        Fault fault = new Fault("f" + next, rule, clock);
        faults.put(next, fault);
        return fault;
    }

    public List<Fault> all() {
        return List.copyOf(faults.values());
    }

    public Optional<Fault> find(String id) {
        return all().stream().filter(fault -> fault.id().equals(id)).findFirst();
    }

    /** False if there is none of that id. */
    public boolean remove(String id) {
        return faults.values().removeIf(fault -> fault.id().equals(id));
    }

    public void clear() {
        faults.clear();
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Draws for everything but the shape of a delivery. */
    public Verdict strike(Call call) {
        Duration delay = Duration.ZERO;
        for (Fault fault : faults.values()) {
            FaultKind kind = fault.rule().kind();
            if (!kind.shapesDelivery() && fault.rule().matches(call) && fault.strikes()) {
                if (kind != FaultKind.LATENCY) {
                    return new Verdict(delay, fault);
                }
                delay = delay.plus(fault.rule().time());
            }
        }
        return new Verdict(delay, null);
    }

    /** Draws for one kind, once it is known that there is something to repeat or to mix up. */
    public Optional<Fault> strike(Call call, FaultKind kind) {
        return faults.values().stream()
                .filter(fault -> fault.rule().kind() == kind && fault.rule().matches(call))
                .filter(Fault::strikes)
                .findFirst();
    }

    /** Is anything of that kind aimed at such a call, spent or not? */
    public boolean aims(Call call, FaultKind kind) {
        return faults.values().stream()
                .anyMatch(fault -> fault.rule().kind() == kind && fault.rule().matches(call));
    }
}
