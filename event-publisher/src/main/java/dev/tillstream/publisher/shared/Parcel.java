package dev.tillstream.publisher.shared;

import dev.tillstream.publisher.OutgoingEvent;

/**
 * One event on its way to a call.
 *
 * @param index its place among the events of its sender
 * @param bytes its size, as PutEvents counts it
 */
record Parcel(Consignment sender, int index, OutgoingEvent event, int bytes) {}
