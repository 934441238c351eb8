package dev.tillstream.analytics.definition;

import dev.tillstream.analytics.view.InvalidViewException;
import dev.tillstream.analytics.view.Step;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** One step of {@code preprocess}: exactly one of these. */
record StepSettings(@Nullable Filter filter, @Nullable Rename rename, @Nullable Convert convert) {

    record Filter(
            @Nullable String field,
            @DefaultValue Set<String> anyOf,
            @DefaultValue Set<String> noneOf) {}

    record Rename(@Nullable String from, @Nullable String to) {}

    record Convert(@Nullable String field, Step.@Nullable Form to) {}

    Step step(String view) {
        List<Step> steps =
                Stream.of(filter(view), rename(view), convert(view))
                        .filter(Objects::nonNull)
                        .map(Step.class::cast)
                        .toList();
        if (steps.size() != 1) {
            throw new InvalidViewException(
                    view, "preprocess", "must be steps of one filter, rename or convert each");
        }
        return steps.getFirst();
    }

    private @Nullable Step filter(String view) {
        if (filter == null) {
            return null;
        }
        if (filter.anyOf().isEmpty() && filter.noneOf().isEmpty()) {
            throw new InvalidViewException(view, "preprocess.filter", "needs any-of or none-of");
        }
        return new Step.Filter(
                required(view, "filter.field", filter.field()), filter.anyOf(), filter.noneOf());
    }

    private @Nullable Step rename(String view) {
        return rename == null
                ? null
                : new Step.Rename(
                        required(view, "rename.from", rename.from()),
                        required(view, "rename.to", rename.to()));
    }

    private @Nullable Step convert(String view) {
        return convert == null
                ? null
                : new Step.Convert(
                        required(view, "convert.field", convert.field()),
                        required(view, "convert.to", convert.to()));
    }

    private static <T> T required(String view, String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidViewException(view, "preprocess." + field, "is missing");
        }
        return value;
    }
}
