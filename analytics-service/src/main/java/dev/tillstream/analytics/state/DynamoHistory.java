package dev.tillstream.analytics.state;

import static dev.tillstream.analytics.state.Attributes.required;

import dev.tillstream.analytics.history.History;
import dev.tillstream.analytics.history.Mark;
import dev.tillstream.analytics.history.Page;
import dev.tillstream.analytics.history.Query;
import dev.tillstream.analytics.history.Standing;
import dev.tillstream.analytics.retry.Parallel;
import dev.tillstream.analytics.state.IndexScan.Found;
import dev.tillstream.analytics.state.IndexScan.Stretch;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.KeyRange;
import dev.tillstream.analytics.window.WindowId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Finds windows by the indexes of their table, and reads them from the table itself. */
final class DynamoHistory implements History {

    /** Sorts after the bar, which ends the view's name in a window's text. */
    private static final String BEYOND_BAR = "}";

    /** Sorts after every time of four-digit years. */
    private static final String BEYOND_TIME = "~";

    private final IndexScan scan;
    private final HeadReader heads;
    private final Parallel parallel;

    DynamoHistory(IndexScan scan, HeadReader heads, Parallel parallel) {
        this.scan = scan;
        this.heads = heads;
        this.parallel = parallel;
    }

    @Override
    public Page page(Query query, int limit, @Nullable String after) {
        View view = query.view();
        // Windows that start at "to" have a bar behind it, so they sort after the stretch's end.
        String to = view.name() + "|" + query.to();
        // No key goes on with anything that sorts before a space.
        String from = after == null ? view.name() + "|" + query.from() : after + " ";
        if (IndexScan.ORDER.compare(from, to) > 0) {
            return new Page(List.of(), null);
        }
        Merged found =
                first(
                        windowStretches(query, from, to),
                        item -> query.wants(windowOf(view, item)),
                        limit + 1);
        boolean isMore = found.items().size() > limit;
        List<WindowId> windows =
                found.items().stream().limit(limit).map(item -> windowOf(view, item)).toList();
        String last = isMore ? windows.getLast().toString() : found.reach();
        return new Page(heads.read(view, windows), last);
    }

    @Override
    public List<Mark> changes(View view, Instant since, int limit) {
        List<Stretch> stretches =
                series(view)
                        .map(series ->
                                new Stretch(
                                        Attributes.CHANGES_INDEX,
                                        Attributes.SERIES,
                                        series,
                                        Attributes.CHANGED,
                                        Attributes.sortable(since),
                                        BEYOND_TIME))
                        .toList();
        return first(stretches, item -> true, limit).items().stream()
                .map(item ->
                        new Mark(
                                windowOf(view, item),
                                Instant.parse(required(item, Attributes.CHANGED).s())))
                .toList();
    }

    @Override
    public List<WindowId> open(View view, int limit) {
        List<Stretch> stretches =
                view.streams().stream()
                        .flatMap(stream ->
                                slots().mapToObj(slot -> Attributes.pending(view, stream, slot)))
                        .map(pending ->
                                new Stretch(
                                        Attributes.PENDING_INDEX,
                                        Attributes.PENDING,
                                        pending,
                                        Attributes.WINDOW_ID,
                                        view.name() + "|",
                                        view.name() + BEYOND_BAR))
                        .toList();
        return first(stretches, item -> true, limit).items().stream()
                .map(item -> windowOf(view, item))
                .toList();
    }

    @Override
    public List<Standing> standings(View view, Collection<WindowId> windows) {
        return heads.read(view, windows);
    }

    private static List<Stretch> windowStretches(Query query, String from, String to) {
        if (query.store() != null) {
            return List.of(
                    new Stretch(
                            Attributes.STORE_INDEX,
                            Attributes.STORE_ID,
                            query.store().value(),
                            Attributes.WINDOW_ID,
                            from,
                            to));
        }
        return series(query.view())
                .map(series ->
                        new Stretch(
                                Attributes.SERIES_INDEX,
                                Attributes.SERIES,
                                series,
                                Attributes.WINDOW_ID,
                                from,
                                to))
                .toList();
    }

    private record Merged(List<Map<String, AttributeValue>> items, @Nullable String reach) {}

    /** The first of several stretches of one index, no further than all of them were read. */
    private Merged first(
            List<Stretch> stretches, Predicate<Map<String, AttributeValue>> wanted, int limit) {
        List<Found> found = parallel.map(stretches, stretch -> scan.first(stretch, wanted, limit));
        String range = stretches.getFirst().rangeName();
        String reach =
                found.stream()
                        .map(Found::reach)
                        .filter(Objects::nonNull)
                        .min(IndexScan.ORDER)
                        .orElse(null);
        List<Map<String, AttributeValue>> items =
                found.stream()
                        .flatMap(some -> some.items().stream())
                        .filter(item -> reach == null || compare(item, range, reach) <= 0)
                        .sorted(
                                Comparator.comparing(
                                        item -> required(item, range).s(), IndexScan.ORDER))
                        .limit(limit)
                        .toList();
        return new Merged(items, reach);
    }

    private static int compare(Map<String, AttributeValue> item, String range, String reach) {
        return IndexScan.ORDER.compare(required(item, range).s(), reach);
    }

    private static WindowId windowOf(View view, Map<String, AttributeValue> item) {
        return WindowId.parse(view, required(item, Attributes.WINDOW_ID).s());
    }

    private static Stream<String> series(View view) {
        return slots().mapToObj(slot -> Attributes.series(view, slot));
    }

    private static IntStream slots() {
        return IntStream.range(0, KeyRange.SLOTS);
    }
}
