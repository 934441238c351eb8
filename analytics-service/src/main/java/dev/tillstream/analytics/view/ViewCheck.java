package dev.tillstream.analytics.view;

import static dev.tillstream.contract.field.Fields.DETAIL_TYPE;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what of a view's definition can't be. */
record ViewCheck(String name) {

    private static final String STORE_ID = "store_id";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}");

    /** What every row has, whatever its view. */
    private static final Set<String> TAKEN =
            Set.of("timestamp", "window_start", "events", "returns", "late", "revision");

    void check(
            List<String> streams,
            List<String> key,
            Measure measure,
            Timing timing,
            List<Step> preprocess,
            String delivery) {
        require(NAME.matcher(name).matches(), "name", "must be like " + NAME);
        require(!streams.isEmpty(), "streams", "must name at least one");
        for (String stream : streams) {
            require(
                    NAME.matcher(stream).matches(),
                    "streams",
                    "must be names, without the project's: " + stream);
        }
        require(Set.copyOf(streams).size() == streams.size(), "streams", "names one twice");
        require(NAME.matcher(delivery).matches(), "delivery", "must be a name, is " + delivery);
        checkKey(streams, key);
        checkColumns(key, measure);
        checkTiming(timing);
        preprocess.forEach(this::checkStep);
    }

    private void checkKey(List<String> streams, List<String> key) {
        require(
                !key.isEmpty() && key.getFirst().equals(STORE_ID),
                "key",
                "must begin with store_id, because streams are partitioned by store, is " + key);
        require(
                streams.size() == 1 || key.contains(DETAIL_TYPE),
                "key",
                "must hold "
                        + DETAIL_TYPE
                        + " where several streams are read, so that each window has one stream");
    }

    private void checkColumns(List<String> key, Measure measure) {
        Set<String> columns = new HashSet<>(TAKEN);
        key.forEach(field -> checkColumn("key", field, columns));
        switch (measure) {
            case Measure.Revenue revenue -> checkColumn("key", "revenue", columns);
            case Measure.Sum sum -> {
                require(
                        FIELD.matcher(sum.field()).matches(),
                        "field",
                        "must be the name of a field, is " + sum.field());
                checkColumn("as", sum.as(), columns);
            }
            case Measure.Count count -> {}
        }
    }

    private void checkColumn(String field, String column, Set<String> columns) {
        require(FIELD.matcher(column).matches(), field, "must be the name of a field: " + column);
        require(columns.add(column), field, "would give a row two fields " + column);
    }

    private void checkTiming(Timing timing) {
        Duration length = timing.length();
        require(
                length.equals(length.truncatedTo(ChronoUnit.SECONDS))
                        && length.isPositive()
                        && length.compareTo(Timing.LONGEST) <= 0,
                "window",
                "must be whole seconds, at most an hour, is " + length);
        require(!timing.grace().isNegative(), "grace", "must not be negative");
        require(!timing.idle().isNegative(), "idle", "must not be negative");
    }

    private void checkStep(Step step) {
        for (String field : step.touched()) {
            require(
                    FIELD.matcher(field).matches(),
                    "preprocess",
                    "must name a field, not " + field);
            require(
                    !field.equals(STORE_ID) && !field.equals(DETAIL_TYPE),
                    "preprocess",
                    "must leave " + field + " alone");
        }
    }

    private void require(boolean holds, String field, String reason) {
        if (!holds) {
            throw new InvalidViewException(name, field, reason);
        }
    }
}
