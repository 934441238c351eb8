package dev.tillstream.producer.form;

import dev.tillstream.contract.SaleRecorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A mapping as a YAML file; a key that means nothing is a mistake, not a remark. */
final class MappingFile {

    private MappingFile() {}

    static Mapping read(Path file) {
        try {
            return mapping(fields("the file", load(file)));
        } catch (BadHeaderException e) {
            throw new BadHeaderException(file + ": " + e.getMessage());
        }
    }

    private static Object load(Path file) {
        try {
            Object yaml =
                    new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return yaml == null ? Map.of() : yaml;
        } catch (IOException e) {
            throw new BadHeaderException("can't be read: " + e.getMessage());
        } catch (YamlEngineException e) {
            throw new BadHeaderException(
                    "is no YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Mapping mapping(Map<String, Object> yaml) {
        allow("the file", yaml, Set.of("event", "time", "fields"));
        Map<String, FieldRule> rules = new LinkedHashMap<>();
        fields("fields", yaml.getOrDefault("fields", Map.of()))
                .forEach((field, rule) -> rules.put(field, rule(field, rule)));
        Map<String, Object> time =
                yaml.get("time") instanceof String column
                        ? Map.of("column", column)
                        : fields("time", yaml.getOrDefault("time", Map.of()));
        allow("time", time, Set.of("column", "format", "zone"));
        String column = text(time, "column");
        if (column == null) {
            throw new BadHeaderException("time needs a column");
        }
        String event = text(yaml, "event");
        return new Mapping(
                event == null ? SaleRecorded.DETAIL_TYPE : event, column, times(time), rules);
    }

    private static Times times(Map<String, Object> time) {
        String zone = text(time, "zone");
        String format = text(time, "format");
        try {
            ZoneId id = ZoneId.of(zone == null ? "UTC" : zone);
            return format == null ? Times.iso(id) : Times.of(format, id);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new BadHeaderException("time: " + e.getMessage());
        }
    }

    private static FieldRule rule(String field, Object rule) {
        if (rule instanceof String column) {
            return FieldRule.ofColumn(field, column);
        }
        Map<String, Object> keys = fields(field, rule);
        allow(field, keys, Set.of("column", "value", "default", "type", "times", "absolute"));
        try {
            return new FieldRule(
                    text(keys, "column"),
                    text(keys, "value"),
                    text(keys, "default"),
                    type(field, text(keys, "type")),
                    text(keys, "times"),
                    "true".equals(text(keys, "absolute")));
        } catch (BadHeaderException e) {
            throw new BadHeaderException(field + " " + e.getMessage());
        }
    }

    private static FieldRule.Type type(String field, @Nullable String name) {
        if (name == null) {
            return FieldRule.Type.usualOf(field);
        }
        try {
            return FieldRule.Type.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadHeaderException(
                    "must be of type text, number, integer, flag or negative, not " + name);
        }
    }

    private static void allow(String what, Map<String, Object> keys, Set<String> allowed) {
        for (String key : keys.keySet()) {
            if (!allowed.contains(key)) {
                throw new BadHeaderException(
                        "%s can't have %s, only %s"
                                .formatted(
                                        what,
                                        key,
                                        String.join(", ", allowed.stream().sorted().toList())));
            }
        }
    }

    private static @Nullable String text(Map<String, Object> keys, String key) {
        Object value = keys.get(key);
        return value == null ? null : value.toString();
    }

    private static Map<String, Object> fields(String what, Object yaml) {
        if (!(yaml instanceof Map<?, ?> map)) {
            throw new BadHeaderException(what + " must be a mapping");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> fields.put(String.valueOf(key), value == null ? "" : value));
        return fields;
    }
}
