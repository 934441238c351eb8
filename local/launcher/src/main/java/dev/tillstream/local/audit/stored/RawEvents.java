package dev.tillstream.local.audit.stored;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.local.audit.AcceptedSale;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the bus accepted: every event of every source, as Firehose delivered it to {@code raw/}. */
final class RawEvents {

    private final EventCodec codec = new EventCodec(Integer.MAX_VALUE);
    private final Bucket bucket;
    private final Set<String> readKeys = new HashSet<>();
    private final Map<String, AcceptedSale> sales = new HashMap<>();
    private final Set<String> stockEvents = new HashSet<>();
    private long unreadable;

    RawEvents(Bucket bucket) {
        this.bucket = bucket;
    }

    /** Adds what was delivered since the last reading: an object never changes. */
    void readNew() {
        bucket.keys("raw/")
                .filter(readKeys::add)
                .forEach(key -> JsonObjects.split(bucket.bytes(key)).forEach(this::add));
    }

    /** The identities of all sales and stock events so far. */
    Set<String> identities() {
        Set<String> identities = new HashSet<>(sales.keySet());
        identities.addAll(stockEvents);
        return identities;
    }

    Map<String, AcceptedSale> sales() {
        return sales;
    }

    Set<String> stockEvents() {
        return stockEvents;
    }

    long unreadable() {
        return unreadable;
    }

    /** The first content of an identity wins, as it does for every consumer. */
    private void add(byte[] envelope) {
        try {
            switch (codec.decode(envelope)) {
                case SaleRecorded sale ->
                        sales.putIfAbsent(sale.identity().id(), AcceptedSale.of(sale));
                case InventoryChanged change -> stockEvents.add(change.identity().id());
                case OtherEvent other -> {
                    // No money and no goods: nothing to conserve.
                }
            }
        } catch (EventRejectedException e) {
            unreadable++;
        }
    }
}
