package dev.tillstream.router.route;

/**
 * Something wrong with the routes.
 *
 * @param path where in routes.yaml, for example {@code routes[0].targets[1].dlq}
 * @param reason for people; says what is there and what is wanted
 */
public record Finding(Kind kind, String path, String reason) {

    /** What can be wrong, by a name that is stable for programs. */
    public enum Kind {
        SYNTAX("syntax"),
        SHAPE("shape"),
        DUPLICATE_NAME("duplicate-name"),
        INVALID_PATTERN("invalid-pattern"),
        UNKNOWN_DETAIL_TYPE("unknown-detail-type"),
        UNKNOWN_FIELD("unknown-field"),
        NEVER_MATCHES("never-matches"),
        PATTERN_TOO_LONG("pattern-too-long"),
        TOO_MANY_COMBINATIONS("too-many-combinations"),
        TOO_MANY_WILDCARDS("too-many-wildcards"),
        TOO_MANY_TARGETS("too-many-targets"),
        TOO_MANY_RULES("too-many-rules"),
        NO_TARGET("no-target"),
        UNKNOWN_TARGET("unknown-target"),
        NO_DEAD_LETTERS("no-dead-letters"),
        PARTITION_KEY("partition-key"),
        INVALID_EXAMPLE("invalid-example"),
        NO_HIT("no-hit"),
        NO_MISS("no-miss"),
        EXAMPLE_NOT_MATCHED("example-not-matched"),
        EXAMPLE_MATCHED("example-matched");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
