package dev.tillstream.router.yaml;

import dev.tillstream.router.route.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML file: its value, and the line of each part of it. */
final class Document {

    /** Nobody nests deeper; an alias within its own anchor would never end. */
    private static final int DEEPEST = 50;

    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Value root;

    private Document(Node node) {
        this.root = value("", node, 0);
    }

    /**
     * Reads the one document of a text.
     *
     * @throws SyntaxException with the line where it is no YAML
     */
    static Document read(String yaml) {
        // Without comments and with marks, by default.
        Compose compose = new Compose(LoadSettings.builder().build());
        try {
            return new Document(
                    compose.composeString(yaml)
                            .orElseThrow(() -> new SyntaxException(1, "the file is empty")));
        } catch (MarkedYamlEngineException e) {
            throw new SyntaxException(
                    e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1), e.getProblem());
        } catch (YamlEngineException e) {
            throw new SyntaxException(1, String.valueOf(e.getMessage()));
        }
    }

    Value root() {
        return root;
    }

    /** The line of a path, or of the nearest part of the file that holds it. */
    int line(String path) {
        String known = path;
        while (!lines.containsKey(known) && !known.isEmpty()) {
            int end = Math.max(known.lastIndexOf('.'), known.lastIndexOf('['));
            known = known.substring(0, Math.max(0, end));
        }
        return Optional.ofNullable(lines.get(known)).orElse(1);
    }

    private Value value(String path, Node node, int depth) {
        if (depth > DEEPEST) {
            throw new SyntaxException(line(node), "is nested too deeply");
        }
        lines.putIfAbsent(path, line(node));
        return switch (node) {
            case MappingNode mapping -> fields(path, mapping, depth);
            case SequenceNode sequence -> items(path, sequence, depth);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new SyntaxException(line(node), "is neither value, list nor mapping");
        };
    }

    private Value fields(String path, MappingNode mapping, int depth) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new SyntaxException(line(entry.getKeyNode()), "a key must be a text");
            }
            String name = key.getValue();
            String place = path.isEmpty() ? name : path + "." + name;
            // The key's line: the value of a mapping begins one line further down.
            lines.put(place, line(key));
            if (fields.put(name, value(place, entry.getValueNode(), depth + 1)) != null) {
                throw new SyntaxException(line(key), "%s is there twice".formatted(place));
            }
        }
        return new Value.Fields(fields);
    }

    private Value items(String path, SequenceNode sequence, int depth) {
        List<Value> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(value("%s[%d]".formatted(path, items.size()), item, depth + 1));
        }
        return new Value.Items(items);
    }

    private static Value scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        Tag tag = scalar.getTag();
        if (tag.equals(Tag.NULL)) {
            return new Value.Nothing();
        }
        if (tag.equals(Tag.BOOL)) {
            return new Value.Flag(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(text);
        }
        return new Value.Text(text);
    }

    private static Value number(String text) {
        try {
            return new Value.Decimal(new BigDecimal(text));
        } catch (NumberFormatException e) {
            // YAML's .inf and .nan: JSON doesn't have them.
            return new Value.Text(text);
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
