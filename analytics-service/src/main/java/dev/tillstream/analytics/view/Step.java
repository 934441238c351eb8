package dev.tillstream.analytics.view;

import dev.tillstream.contract.field.FieldValue;
import dev.tillstream.contract.field.FieldValue.Kind;
import dev.tillstream.contract.field.Fields;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is done to an event's fields before a view looks at them. The event itself stays
 * as it is: its store, its type, its identity and, for revenue, its money.
 */
public sealed interface Step {

    /** The fields that the step reads or makes, for checks. */
    Set<String> touched();

    /** The fields after it; null if the event is none of the view's. */
    @Nullable Fields apply(Fields fields);

    /**
     * Leaves out events by the text of a field.
     *
     * @param anyOf what it must be; empty for anything, no such field included
     * @param noneOf what it must not be
     */
    record Filter(String field, Set<String> anyOf, Set<String> noneOf) implements Step {

        public Filter {
            anyOf = Set.copyOf(anyOf);
            noneOf = Set.copyOf(noneOf);
        }

        /** A filter only looks: it may read what no step may change. */
        @Override
        public Set<String> touched() {
            return Set.of();
        }

        @Override
        public @Nullable Fields apply(Fields fields) {
            FieldValue value = fields.get(field);
            boolean wanted = anyOf.isEmpty() || (value != null && anyOf.contains(value.text()));
            return wanted && (value == null || !noneOf.contains(value.text())) ? fields : null;
        }
    }

    /** Gives a field another name; what had that name is hidden. */
    record Rename(String from, String to) implements Step {

        @Override
        public Set<String> touched() {
            return Set.of(from, to);
        }

        @Override
        public Fields apply(Fields fields) {
            return name -> {
                if (name.equals(to)) {
                    return fields.get(from);
                }
                return name.equals(from) ? null : fields.get(name);
            };
        }
    }

    /** Gives a field another form; what can't have it stays as it is. */
    record Convert(String field, Form to) implements Step {

        @Override
        public Set<String> touched() {
            return Set.of(field);
        }

        @Override
        public Fields apply(Fields fields) {
            return name -> {
                FieldValue value = fields.get(name);
                return value == null || !name.equals(field) ? value : to.of(value);
            };
        }
    }

    /** What a field may be made into. */
    enum Form {
        /** The digits of a text as a number, for tills that quote their numbers. */
        NUMBER {
            @Override
            FieldValue of(FieldValue value) {
                return new FieldValue(Kind.NUMBER, value.text().strip());
            }
        },
        TEXT {
            @Override
            FieldValue of(FieldValue value) {
                return new FieldValue(Kind.TEXT, value.text());
            }
        },
        UPPER_CASE {
            @Override
            FieldValue of(FieldValue value) {
                return new FieldValue(value.kind(), value.text().toUpperCase(Locale.ROOT));
            }
        },
        LOWER_CASE {
            @Override
            FieldValue of(FieldValue value) {
                return new FieldValue(value.kind(), value.text().toLowerCase(Locale.ROOT));
            }
        };

        abstract FieldValue of(FieldValue value);
    }
}
