package dev.tillstream.contract.json;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tillstream.contract.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schemas on the class path, {@code schemas/<detail-type>.schema.json}, one a detail-type.
 */
final class DetailSchemas {

    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** Only types that have a schema get in, so there are as many entries as files. */
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    /** What the schema of a detail-type has against a detail; empty when it is valid. */
    List<Violation> violations(String detailType, String detail) {
        Schema schema = schemaOf(detailType);
        if (schema == null) {
            return List.of(
                    new Violation(
                            "/detail-type",
                            Violation.UNKNOWN_DETAIL_TYPE,
                            "has no schema in the contract: " + detailType));
        }
        return schema.validate(detail, InputFormat.JSON).stream()
                .map(DetailSchemas::violation)
                .toList();
    }

    private static Violation violation(Error error) {
        String property = error.getProperty();
        String pointer = "/detail" + error.getInstanceLocation();
        return switch (error.getKeyword()) {
            case "required" ->
                    new Violation(pointer + "/" + property, Violation.MISSING_FIELD, "is missing");
            case "type" -> new Violation(pointer, Violation.WRONG_TYPE, error.getMessage());
            default -> new Violation(pointer, Violation.INVALID_VALUE, error.getMessage());
        };
    }

    private @Nullable Schema schemaOf(String detailType) {
        // The name becomes a path: nothing in it may leave the folder.
        if (!detailType.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}")) {
            return null;
        }
        Schema schema = known.get(detailType);
        return schema != null ? schema : load(detailType);
    }

    private @Nullable Schema load(String detailType) {
        String path = "/schemas/" + detailType + ".schema.json";
        try (InputStream file = DetailSchemas.class.getResourceAsStream(path)) {
            if (file == null) {
                return null;
            }
            Schema schema = registry.getSchema(file, InputFormat.JSON);
            known.put(detailType, schema);
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + path, e);
        }
    }
}
