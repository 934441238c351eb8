package dev.tillstream.contract.field;

import org.jspecify.annotations.Nullable;

/**
 * The fields of one event's detail by their names, those that the contract doesn't know included.
 * Defaults are written out: a sale without {@code quantity} has 1.
 */
public interface Fields {

    /**
     * What every event has beside its detail, and what no field of a detail by this name can hide.
     */
    String DETAIL_TYPE = "detail_type";

    /** Null where there is no such field, or where it is null, an object or an array. */
    @Nullable FieldValue get(String name);
}
