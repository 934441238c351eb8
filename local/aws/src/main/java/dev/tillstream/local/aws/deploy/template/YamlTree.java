package dev.tillstream.local.aws.deploy.template;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns YAML into a JSON tree, with CloudFormation's short tags in their long form. */
final class YamlTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    // Anything else that YAML takes for a number (octal, hexadecimal, 1_000) stays text here.
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Set<Tag> TYPED = Set.of(Tag.INT, Tag.FLOAT);

    private YamlTree() {}

    static JsonNode read(Reader reader) {
        try {
            var root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null) {
                throw new TemplateException("it is empty");
            }
            return tree(root);
        } catch (YAMLException e) {
            throw new TemplateException("it is not YAML: " + e.getMessage());
        }
    }

    private static JsonNode tree(Node node) {
        var tag = node.getTag().getValue();
        if (!tag.startsWith("!")) {
            return plain(node);
        }
        // Behind such a tag a scalar is text, whatever it looks like.
        var name = tag.substring(1);
        return JSON.objectNode().set(name.equals("Ref") ? name : "Fn::" + name, plain(node));
    }

    private static JsonNode plain(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> {
                var array = JSON.arrayNode();
                sequence.getValue().forEach(item -> array.add(tree(item)));
                yield array;
            }
            case MappingNode mapping -> mapping(mapping);
            default -> throw new TemplateException("unexpected YAML" + node.getStartMark());
        };
    }

    private static ObjectNode mapping(MappingNode mapping) {
        var object = JSON.objectNode();
        for (var entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key) || key.getTag().equals(Tag.MERGE)) {
                throw new TemplateException(
                        "a key that is not plain text" + entry.getKeyNode().getStartMark());
            }
            if (object.has(key.getValue())) {
                throw new TemplateException(
                        "%s appears twice%s".formatted(key.getValue(), key.getStartMark()));
            }
            object.set(key.getValue(), tree(entry.getValueNode()));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        var text = scalar.getValue();
        if (TYPED.contains(scalar.getTag()) && NUMBER.matcher(text).matches()) {
            return number(new BigDecimal(text));
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return JSON.booleanNode(
                    Set.of("true", "yes", "on").contains(text.toLowerCase(Locale.ROOT)));
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            throw new TemplateException("a key without a value" + scalar.getStartMark());
        }
        return JSON.stringNode(text);
    }

    static JsonNode number(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0 && number.precision() < 19
                ? JSON.numberNode(number.longValueExact())
                : JSON.numberNode(number);
    }
}
