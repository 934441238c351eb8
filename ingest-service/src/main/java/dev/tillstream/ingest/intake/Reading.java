package dev.tillstream.ingest.intake;

import dev.tillstream.contract.StoreEvent;

/** What the bytes of one item turned out to be. */
sealed interface Reading {

    record Valid(StoreEvent event) implements Reading {}

    record Invalid(Outcome.Rejected why) implements Reading {}
}
