package dev.tillstream.analytics.state;

import static dev.tillstream.analytics.state.Attributes.required;
import static dev.tillstream.analytics.state.Attributes.text;

import dev.tillstream.analytics.retry.Parallel;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.Change;
import dev.tillstream.analytics.window.KeyRange;
import dev.tillstream.analytics.window.StoredWindow;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.analytics.window.WindowStore;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Windows in one DynamoDB table, as far as one stream feeds them: a head and the segments that were
 * appended to it.
 */
final class DynamoWindows implements WindowStore {

    private static final Logger log = LoggerFactory.getLogger(DynamoWindows.class);

    private final DynamoDbClient dynamo;
    private final StateSettings settings;
    private final Parallel parallel;
    private final String stream;
    private final WindowReader reader;
    private final WindowWriter writer;

    DynamoWindows(
            DynamoDbClient dynamo,
            StateSettings settings,
            Parallel parallel,
            InstantSource clock,
            String stream) {
        this.dynamo = dynamo;
        this.settings = settings;
        this.parallel = parallel;
        this.stream = stream;
        this.reader = new WindowReader(dynamo, settings, clock);
        this.writer = new WindowWriter(dynamo, settings, clock, stream);
    }

    @Override
    public Map<WindowId, StoredWindow> load(Collection<WindowId> windows) {
        return parallel.map(windows, reader::read).stream()
                .collect(Collectors.toMap(stored -> stored.state().id(), Function.identity()));
    }

    @Override
    public Set<WindowId> write(Collection<? extends Change> changes) {
        Set<WindowId> refused =
                parallel.map(changes, this::conflict).stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet());
        if (!refused.isEmpty()) {
            log.warn(
                    "{}: {} of {} writes were refused, another worker wrote first",
                    stream,
                    refused.size(),
                    changes.size());
        }
        return refused;
    }

    @Override
    public List<WindowId> pending(View view, KeyRange stores, int limit) {
        List<Integer> slots =
                IntStream.rangeClosed(stores.firstSlot(), stores.lastSlot()).boxed().toList();
        return parallel.map(slots, slot -> pending(view, slot, stores, limit)).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(WindowId::start))
                .limit(limit)
                .toList();
    }

    private Optional<WindowId> conflict(Change change) {
        return writer.write(change) ? Optional.empty() : Optional.of(change.window());
    }

    /** In the order of the index: by the window's start, because its text begins with it. */
    private List<WindowId> pending(View view, int slot, KeyRange stores, int limit) {
        return dynamo
                .queryPaginator(query ->
                        query.tableName(settings.table())
                                .indexName(Attributes.PENDING_INDEX)
                                .keyConditionExpression("pending = :pending")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":pending",
                                                text(Attributes.pending(view, stream, slot)))))
                .items()
                .stream()
                .map(item -> WindowId.parse(view, required(item, Attributes.WINDOW_ID).s()))
                .filter(window -> stores.holds(window.store()))
                .limit(limit)
                .toList();
    }
}
