package dev.tillstream.analytics.view;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.field.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A total per key and window. Its name stands for all the rest: windows are stored under it, so a
 * view with another key, measure or length is another view and needs another name.
 *
 * @param name also the folder of its rows
 * @param streams what it reads, by their logical names, for example {@code sales-events}
 * @param detailTypes the types of events that it takes; empty for all that its streams carry
 * @param key the fields that tell its totals apart, {@code store_id} first
 * @param delivery the logical name of the delivery stream that gets its rows
 */
public record View(
        String name,
        List<String> streams,
        Set<String> detailTypes,
        List<String> key,
        Measure measure,
        Timing timing,
        List<Step> preprocess,
        String delivery) {

    public View {
        streams = List.copyOf(streams);
        detailTypes = Set.copyOf(detailTypes);
        key = List.copyOf(key);
        preprocess = List.copyOf(preprocess);
        new ViewCheck(name).check(streams, key, measure, timing, preprocess, delivery);
    }

    public boolean reads(String stream) {
        return streams.contains(stream);
    }

    /** The end of the window that starts at a time. */
    public Instant endOf(Instant start) {
        return start.plus(timing.length());
    }

    /** What an event is to this view. */
    public Reading read(StoreEvent event, Fields fields) {
        if (!detailTypes.isEmpty() && !detailTypes.contains(event.detailType())) {
            return Reading.NOTHING;
        }
        Fields prepared = prepared(fields);
        if (prepared == null) {
            return Reading.NOTHING;
        }
        return new Reader(this, event, prepared).read();
    }

    private @Nullable Fields prepared(Fields fields) {
        Fields prepared = fields;
        for (Step step : preprocess) {
            prepared = step.apply(prepared);
            if (prepared == null) {
                return null;
            }
        }
        return prepared;
    }
}
