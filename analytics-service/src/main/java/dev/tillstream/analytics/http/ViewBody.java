package dev.tillstream.analytics.http;

import dev.tillstream.analytics.view.Measure;
import dev.tillstream.analytics.view.View;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A view as clients see it.
 *
 * @param key the fields that tell its totals apart
 * @param measure the field of its windows that holds what it adds up
 * @param windowSeconds how long a window is
 * @param graceSeconds how long after its end a window waits for late tills
 */
@JsonNaming(SnakeCaseStrategy.class)
record ViewBody(
        String name, List<String> key, String measure, long windowSeconds, long graceSeconds) {

    static ViewBody of(View view) {
        return new ViewBody(
                view.name(),
                view.key(),
                switch (view.measure()) {
                    case Measure.Revenue revenue -> "revenue";
                    case Measure.Sum sum -> sum.as();
                    case Measure.Count count -> "events";
                },
                view.timing().length().toSeconds(),
                view.timing().grace().toSeconds());
    }
}
