package dev.tillstream.local.launcher.process;

import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Runs groups of programs, each when the one before is healthy, and stops them in the opposite
 * order.
 */
public final class Supervisor implements AutoCloseable {

    private final Patience patience;
    private final Voice voice;
    private final ProcessesListener listener;
    private final HealthProbe probe = new HealthProbe();
    private final Watchdog watchdog = Watchdog.start();
    private final Deque<List<Keeper>> groups = new ConcurrentLinkedDeque<>();
    private final CompletableFuture<FailedProgramException> failure = new CompletableFuture<>();
    private boolean closed;

    /** Is told which processes run, by the names of their programs, whenever that changes. */
    @FunctionalInterface
    public interface ProcessesListener {

        void running(Map<String, Long> pids);
    }

    /** Starts nothing yet. */
    public Supervisor(Patience patience, Voice voice, ProcessesListener listener) {
        this.patience = patience;
        this.voice = voice;
        this.listener = listener;
    }

    /**
     * Starts programs side by side and returns when all are healthy.
     *
     * @throws FailedProgramException if one ends before it is healthy, or isn't in time
     */
    public void start(List<Program> programs) {
        Watcher watcher = new Watch();
        List<Keeper> group =
                programs.stream()
                        .map(program -> new Keeper(program, patience, probe, watcher))
                        .toList();
        groups.push(group);
        group.forEach(Supervisor::keep);
        CompletableFuture<?>[] healthy =
                group.stream().map(Keeper::healthyOnce).toArray(CompletableFuture<?>[]::new);
        CompletableFuture.anyOf(CompletableFuture.allOf(healthy), failure).join();
        throwFailure();
    }

    /** Throws what made the supervisor give up, if anything has. */
    public void throwFailure() {
        FailedProgramException failed = failure.getNow(null);
        if (failed != null) {
            throw failed;
        }
    }

    /** Stops what runs, the last group first; kills what doesn't stop in time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        // All of them first: a signal to the whole process group may reach some before it is their
        // turn.
        groups.forEach(group -> group.forEach(Keeper::stopping));
        for (List<Keeper> group : groups) {
            stop(group);
        }
        tellWhatRuns();
        watchdog.close();
        probe.close();
    }

    private static void keep(Keeper keeper) {
        Thread.ofVirtual()
                .name("keep-" + keeper.program().name())
                .start(() -> {
                    try {
                        keeper.keep();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private void stop(List<Keeper> group) {
        List<Child> children = group.stream().map(Keeper::child).filter(Objects::nonNull).toList();
        children.forEach(Child::askToStop);
        long deadline = System.nanoTime() + patience.stop().toNanos();
        for (Child child : children) {
            child.endBy(deadline);
        }
    }

    private void tellWhatRuns() {
        // One at a time, or an older state could be told last.
        synchronized (groups) {
            Map<String, Long> pids = pids();
            watchdog.guard(pids.values());
            listener.running(pids);
        }
    }

    private Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        for (List<Keeper> group : groups) {
            for (Keeper keeper : group) {
                Child child = keeper.child();
                if (child != null) {
                    pids.put(keeper.program().name(), child.pid());
                }
            }
        }
        return pids;
    }

    private final class Watch implements Watcher {

        @Override
        public void say(String line) {
            voice.say(line);
        }

        @Override
        public void processesChanged() {
            tellWhatRuns();
        }

        @Override
        public void gaveUp(FailedProgramException failed) {
            failure.complete(failed);
        }
    }
}
