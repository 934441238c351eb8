package dev.tillstream.router.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.Violation;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.router.route.value.Value;
import dev.tillstream.router.route.verify.Contract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The contract as its schemas and its codec say it. */
public final class SchemaContract implements Contract {

    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final EventCodec codec = new EventCodec();
    private final Map<String, Value> schemas = new TreeMap<>();

    /** By the schema's text. */
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /** The schemas on the class path. */
    public SchemaContract() {
        SchemaFiles.read(SchemaContract.class.getClassLoader())
                .forEach((type, text) -> schemas.put(type, JsonValues.read(text)));
    }

    @Override
    public Set<String> detailTypes() {
        return schemas.keySet();
    }

    @Override
    public Set<String> fields(String detailType, List<String> parent) {
        return schema(detailType, parent)
                .flatMap(schema -> schema.field("properties"))
                .map(properties -> ((Value.Fields) properties).entries().keySet())
                .orElse(Set.of());
    }

    @Override
    public List<Value> samples(String detailType, List<String> field) {
        return schema(detailType, field).stream().flatMap(SchemaContract::samples).toList();
    }

    private static Stream<Value> samples(Value schema) {
        return Stream.of("enum", "const", "minimum", "maximum", "default", "examples")
                .flatMap(keyword -> schema.field(keyword).stream())
                .flatMap(value ->
                        value instanceof Value.Items(List<Value> items)
                                ? items.stream()
                                : Stream.of(value));
    }

    @Override
    public boolean allows(String detailType, List<String> field, Value value) {
        return schema(detailType, field)
                .map(schema -> compile(schema).validate(value.json(), InputFormat.JSON).isEmpty())
                .orElse(true);
    }

    @Override
    public boolean requires(String detailType, List<String> field) {
        return !field.isEmpty()
                && schema(detailType, field.subList(0, field.size() - 1))
                        .flatMap(schema -> schema.field("required"))
                        .filter(required ->
                                required instanceof Value.Items(List<Value> names)
                                        && names.contains(new Value.Text(field.getLast())))
                        .isPresent();
    }

    @Override
    public List<String> objections(Value.Fields event) {
        try {
            codec.decode(event.json().getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (EventRejectedException e) {
            return e.violations().stream().map(Violation::toString).toList();
        }
    }

    private Schema compile(Value schema) {
        return compiled.computeIfAbsent(
                schema.json(), text -> registry.getSchema(text, InputFormat.JSON));
    }

    /** The part of a schema that describes a field. */
    private Optional<Value> schema(String detailType, List<String> field) {
        Optional<Value> schema = Optional.ofNullable(schemas.get(detailType));
        for (String name : field) {
            schema = schema.flatMap(s -> s.field("properties")).flatMap(p -> p.field(name));
        }
        return schema;
    }
}
