package dev.tillstream.ingest.intake;

import dev.tillstream.contract.json.EventCodec;
import java.time.Duration;
import java.time.InstantSource;

/** What all submissions share: the contract, the clock, the bus, and somebody who counts. */
public final class Intake {

    private final Reader reader;
    private final Bus bus;
    private final Observer observer;

    /**
     * An intake for all requests; thread-safe when its parts are.
     *
     * @param maxAhead how far an event's time may be ahead of the clock: tills' clocks differ a
     *     little
     * @param observer told about every outcome, on the thread of its request
     */
    public Intake(
            EventCodec codec, InstantSource clock, Duration maxAhead, Bus bus, Observer observer) {
        this.reader = new Reader(codec, clock, maxAhead, Admission.ALL, Notation.PLAIN);
        this.bus = bus;
        this.observer = observer;
    }

    /** For the events of one request. */
    public Submission submission(Admission admission, Notation notation) {
        return new Submission(reader.with(admission, notation), bus, observer);
    }
}
