package dev.tillstream.local.audit;

import java.util.Map;
import java.util.Set;

/**
 * All that an audit looks at; an event is known by its identity's 32 hex digits.
 *
 * @param sales accepted by the bus: the raw objects in S3; and by the stream, past the bus
 * @param direct those of them that only the stream has: no order and no stock change is due
 * @param stockEvents accepted inventory events, of the same objects
 * @param recent those of both that came in while the rest was read: they may be under way
 * @param rows delivered to S3, the highest revision of each window
 * @param windows of analytics' table
 * @param quarantined identities that no window can count
 * @param deadLetters identities that the stream could not be given
 * @param orders identities of dispatch's orders
 * @param stockChanges identities of warehouse's ledger
 * @param queued messages per queue, waiting or in flight
 * @param unreadable raw or quarantined records that are no event
 */
public record Evidence(
        Map<String, AcceptedSale> sales,
        Set<String> direct,
        Set<String> stockEvents,
        Set<String> recent,
        Map<Minute, Published> rows,
        Map<Minute, WindowRecord> windows,
        Set<String> quarantined,
        Set<String> deadLetters,
        Set<String> orders,
        Set<String> stockChanges,
        Map<String, Long> queued,
        long unreadable) {}
