package dev.tillstream.router.route.verify;

import dev.tillstream.router.route.value.Value;
import java.util.List;
import java.util.Set;

/** What the schemas say about the details of events. */
public interface Contract {

    /** The detail-types that have a schema. */
    Set<String> detailTypes();

    /** The names of the fields at a path of a detail; empty where the schema names none. */
    Set<String> fields(String detailType, List<String> parent);

    /** Values worth trying for a field: its alternatives and bounds, as far as the schema says. */
    List<Value> samples(String detailType, List<String> field);

    /** Whether the schema of this field takes the value. */
    boolean allows(String detailType, List<String> field, Value value);

    /** Whether each detail of this type has the field. */
    boolean requires(String detailType, List<String> field);

    /** What the contract has against an event; empty if it is a valid one. */
    List<String> objections(Value.Fields event);
}
