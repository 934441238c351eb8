package dev.tillstream.ingest.intake;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.ingest.intake.Outcome.Accepted;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The events of one request, added in chunks, and what became of each. For one thread. */
public final class Submission {

    private static final Outcome NOT_TRIED =
            new Rejected(
                    Rejected.BUS_UNAVAILABLE, "", "the bus took none of the events before", true);

    private final Reader reader;
    private final Bus bus;
    private final Observer observer;
    private final List<Outcome> outcomes = new ArrayList<>();
    private Money sales = Money.ZERO;
    private boolean busIsDown;

    Submission(Reader reader, Bus bus, Observer observer) {
        this.reader = reader;
        this.bus = bus;
        this.observer = observer;
    }

    /** Sends the items that are events; returns when it is known what became of each. */
    public void add(List<byte[]> items) {
        List<Reading> readings = items.stream().map(reader::read).toList();
        Iterator<Outcome> sent = send(readings.stream().flatMap(Submission::valid).toList());
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            Outcome outcome =
                    switch (reading) {
                        case Reading.Invalid(Rejected why) -> why;
                        case Reading.Valid(StoreEvent event) -> counted(event, sent.next());
                    };
            outcomes.add(outcome);
            observer.saw(items.get(i), outcome);
        }
    }

    /** One outcome per item, in the order in which they were added. */
    public List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /** The accepted sales minus the accepted returns. */
    public Money sales() {
        return sales;
    }

    /** A bus that is down is not asked again in this request: each try takes seconds. */
    private Iterator<Outcome> send(List<StoreEvent> events) {
        if (events.isEmpty() || busIsDown) {
            return Stream.generate(() -> NOT_TRIED).iterator();
        }
        List<Outcome> sent = bus.send(events);
        if (sent.size() != events.size()) {
            throw new IllegalStateException(
                    sent.size() + " outcomes for " + events.size() + " events");
        }
        busIsDown = sent.stream().allMatch(Submission::unavailable);
        return sent.iterator();
    }

    private Outcome counted(StoreEvent event, Outcome outcome) {
        if (outcome instanceof Accepted && event instanceof SaleRecorded sale) {
            sales = sales.plus(sale.revenue());
        }
        return outcome;
    }

    private static Stream<StoreEvent> valid(Reading reading) {
        return reading instanceof Reading.Valid(StoreEvent event) ? Stream.of(event) : Stream.of();
    }

    private static boolean unavailable(Outcome outcome) {
        return outcome instanceof Rejected rejected && rejected.retryable();
    }
}
