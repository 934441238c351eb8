package dev.tillstream.analytics.http;

import dev.tillstream.analytics.history.History;
import dev.tillstream.analytics.history.Page;
import dev.tillstream.analytics.history.Query;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.Views;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Turns what clients ask for into questions to the history, or says what is wrong with it. */
@Component
final class ViewQueries {

    /** What is shown to whoever doesn't say from when. */
    private static final Duration LATEST = Duration.ofHours(1);

    private final Views views;
    private final History history;
    private final InstantSource clock;

    ViewQueries(Views views, History history, InstantSource clock) {
        this.views = views;
        this.history = history;
        this.clock = clock;
    }

    View view(String name) {
        return views.all().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /**
     * A page.
     *
     * @param from null for an hour before the end
     * @param to null for now, the running windows included
     */
    Page page(
            View view,
            @Nullable StoreId store,
            Map<String, String> rest,
            @Nullable Moment from,
            @Nullable Moment to,
            int limit,
            @Nullable Cursor cursor) {
        Instant end = to == null ? now() : to.second();
        Instant start = from == null ? end.minus(LATEST) : from.second();
        if (!start.isBefore(end)) {
            throw new BadParameterException("from", "must be before to, which is " + end);
        }
        String after = cursor == null ? null : checked(view, cursor);
        return history.page(new Query(view, start, end, store, rest), limit, after);
    }

    /** A window that starts in this second counts. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    private static String checked(View view, Cursor cursor) {
        try {
            return WindowId.parse(view, cursor.window()).toString();
        } catch (RuntimeException e) {
            throw new BadParameterException("cursor", "must be next_cursor of the page before");
        }
    }

    private ErrorResponseException unknown(String name) {
        var problem = new ErrorResponseException(HttpStatus.NOT_FOUND);
        problem.setDetail(
                "There is no view %s, but %s"
                        .formatted(name, views.all().stream().map(View::name).toList()));
        return problem;
    }
}
