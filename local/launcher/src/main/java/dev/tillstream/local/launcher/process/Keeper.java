package dev.tillstream.local.launcher.process;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Keeps one program running: starts it, waits for its health, starts it again when it dies. */
final class Keeper {

    private final Program program;
    private final Patience patience;
    private final HealthProbe probe;
    private final Watcher watcher;
    private final RestartBudget budget;
    private final CompletableFuture<Program> healthyOnce = new CompletableFuture<>();
    private @Nullable Child child;
    private boolean stopping;

    Keeper(Program program, Patience patience, HealthProbe probe, Watcher watcher) {
        this.program = program;
        this.patience = patience;
        this.probe = probe;
        this.watcher = watcher;
        budget =
                new RestartBudget(
                        patience.restarts(), Duration.ofMinutes(1), InstantSource.system());
    }

    Program program() {
        return program;
    }

    /** Completes when the program is healthy for the first time. */
    CompletableFuture<Program> healthyOnce() {
        return healthyOnce;
    }

    /** The process that runs now, if one does. */
    synchronized @Nullable Child child() {
        return child != null && child.isAlive() ? child : null;
    }

    /** From now on an end is no reason to start again. */
    synchronized void stopping() {
        stopping = true;
    }

    /** Returns when the program was stopped or given up. */
    void keep() throws InterruptedException {
        try {
            for (Child run = start(); run != null; run = start()) {
                watcher.processesChanged();
                awaitHealth(run);
                String end = run.awaitEnd();
                watcher.processesChanged();
                if (isStopping()) {
                    break;
                }
                decideOn(end);
                watcher.say("%s %s; starting it again".formatted(program.name(), end));
            }
        } catch (FailedProgramException e) {
            watcher.gaveUp(e);
        }
    }

    private synchronized @Nullable Child start() {
        child = stopping ? null : Child.start(program);
        return child;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /** Returns when the process is healthy or has ended. */
    private void awaitHealth(Child run) throws InterruptedException {
        long start = System.nanoTime();
        while (!probe.isHealthy(program.health())) {
            if (run.endsWithin(patience.probe())) {
                return;
            }
            if (System.nanoTime() - start > patience.healthy().toNanos()) {
                stopping();
                run.kill();
                throw new FailedProgramException(
                        program,
                        "was not healthy within %d s".formatted(patience.healthy().toSeconds()));
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        watcher.say("%-18s healthy after %.1f s".formatted(program.name(), seconds));
        healthyOnce.complete(program);
    }

    private void decideOn(String end) {
        if (!healthyOnce.isDone()) {
            throw new FailedProgramException(program, end + " before it was healthy");
        }
        if (!program.restartable()) {
            throw new FailedProgramException(program, end + ", and what it held is lost");
        }
        if (!budget.spend()) {
            throw new FailedProgramException(
                    program,
                    "%s, after %d restarts within a minute".formatted(end, patience.restarts()));
        }
    }
}
