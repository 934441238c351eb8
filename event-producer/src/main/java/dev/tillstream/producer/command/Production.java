package dev.tillstream.producer.command;

import dev.tillstream.producer.EventSink;
import dev.tillstream.producer.EventSource;
import dev.tillstream.producer.Producer;
import dev.tillstream.producer.Progress;
import dev.tillstream.producer.Tally;
import dev.tillstream.producer.UndeliveredException;
import dev.tillstream.producer.file.BadFileException;
import java.io.PrintWriter;
import java.time.Duration;

/** One run from a source to a sink, to its end or as far as it comes; it always says the totals. */
record Production(EventSource events, EventSink sink, Progress progress, int batch) {

    static final int FAILED = 1;
    static final int REFUSED = 3;
    static final int STOPPED = 130;

    /** How long what is under way when somebody stops it may still take. */
    private static final Duration LANDING = Duration.ofSeconds(5);

    /** Returns the exit code. */
    int run(PrintWriter totals, PrintWriter err) {
        Tally tally = new Tally();
        int exit = send(tally, err);
        progress.close();
        tally.reasons().forEach(reason -> err.println("rejected " + reason));
        events.omissions().ifPresent(err::println);
        boolean whole = tally.rejected() == 0 && events.omissions().isEmpty();
        totals.println(tally.toJson(exit == 0 && whole));
        totals.flush();
        return exit == 0 && !whole ? REFUSED : exit;
    }

    private int send(Tally tally, PrintWriter err) {
        try {
            new Producer(events, sink, progress, batch).run(tally);
            return 0;
        } catch (BadFileException e) {
            // What came before it was sent: it counts.
            land();
            err.println(e.getMessage());
            return FAILED;
        } catch (UndeliveredException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (InterruptedException e) {
            land();
            return STOPPED;
        }
    }

    private void land() {
        Thread landing = Thread.ofVirtual().start(this::drain);
        try {
            landing.join(LANDING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drain() {
        try {
            sink.drain();
        } catch (UndeliveredException e) {
            // The totals tell what arrived.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
