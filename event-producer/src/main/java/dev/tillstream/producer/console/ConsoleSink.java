package dev.tillstream.producer.console;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.EventSink;
import dev.tillstream.producer.Outcome;
import dev.tillstream.producer.UndeliveredException;
import dev.tillstream.producer.envelope.Envelope;
import java.io.PrintWriter;
import java.util.List;

/** Prints an event per line, in the bus's envelope. */
public final class ConsoleSink implements EventSink {

    private final PrintWriter out;
    private final Envelope envelope;

    public ConsoleSink(PrintWriter out, Envelope envelope) {
        this.out = out;
        this.envelope = envelope;
    }

    @Override
    public void send(List<StoreEvent> events, Outcome outcome) {
        for (StoreEvent event : events) {
            out.write(envelope.of(event) + "\n");
        }
        // A pipe whose reader has gone, such as head.
        if (out.checkError()) {
            throw new UndeliveredException("nobody reads standard output any more");
        }
        events.forEach(outcome::accepted);
    }

    @Override
    public void drain() {
        // Each send flushes.
    }

    @Override
    public void close() {
        out.flush();
    }
}
