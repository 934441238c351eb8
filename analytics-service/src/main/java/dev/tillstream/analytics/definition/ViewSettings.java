package dev.tillstream.analytics.definition;

import dev.tillstream.analytics.view.InvalidViewException;
import dev.tillstream.analytics.view.Measure;
import dev.tillstream.analytics.view.Timing;
import dev.tillstream.analytics.view.View;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A view as it is written.
 *
 * @param name under which windows are stored
 * @param streams what it reads, without the project's name
 * @param detailTypes the types it takes; all where none is named
 * @param key store_id, then fields of the detail, or detail_type
 * @param measure what is added up
 * @param field of which a {@code sum} is made
 * @param as what the sum is called in a row; the field's name where it isn't given
 * @param returns what a return does to {@code revenue}
 * @param window how long a window is
 * @param grace how far a store's watermark must pass a window's end until the window closes
 * @param idle how long a store must be silent until the clock closes its windows instead
 * @param preprocess what is done to the fields first
 * @param delivery the delivery stream without the project's name; the view's name where it isn't
 *     given
 */
record ViewSettings(
        @Nullable String name,
        @DefaultValue List<String> streams,
        @DefaultValue Set<String> detailTypes,
        @DefaultValue List<String> key,
        @Nullable MeasureName measure,
        @Nullable String field,
        @Nullable String as,
        Measure.@Nullable Returns returns,
        @DefaultValue("60s") Duration window,
        @DefaultValue("10s") Duration grace,
        @DefaultValue("5s") Duration idle,
        @DefaultValue List<StepSettings> preprocess,
        @Nullable String delivery) {

    /** How measures are called. */
    enum MeasureName {
        REVENUE,
        SUM,
        COUNT
    }

    /**
     * The view.
     *
     * @param place which one it is, for what is said if it has no name
     * @throws InvalidViewException naming the view and its field
     */
    View view(String place) {
        if (name == null) {
            throw new InvalidViewException(place, "name", "is missing");
        }
        return new View(
                name,
                streams,
                detailTypes,
                key,
                measure(name),
                new Timing(window, grace, idle),
                preprocess.stream().map(step -> step.step(name)).toList(),
                Objects.requireNonNullElse(delivery, name));
    }

    private Measure measure(String view) {
        return switch (measure) {
            case null ->
                    throw new InvalidViewException(
                            view, "measure", "must be revenue, sum or count");
            case REVENUE -> {
                refuse(view, "field", field);
                refuse(view, "as", as);
                yield new Measure.Revenue(
                        Objects.requireNonNullElse(returns, Measure.Returns.SUBTRACT));
            }
            case SUM -> {
                refuse(view, "returns", returns);
                if (field == null) {
                    throw new InvalidViewException(
                            view, "field", "is missing: of which field is it the sum?");
                }
                yield new Measure.Sum(field, Objects.requireNonNullElse(as, field));
            }
            case COUNT -> {
                refuse(view, "field", field);
                refuse(view, "as", as);
                refuse(view, "returns", returns);
                yield new Measure.Count();
            }
        };
    }

    private void refuse(String view, String called, @Nullable Object value) {
        if (value != null) {
            throw new InvalidViewException(
                    view, called, "means nothing to measure " + measure + ", is " + value);
        }
    }
}
