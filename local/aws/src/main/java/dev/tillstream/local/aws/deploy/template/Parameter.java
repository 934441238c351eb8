package dev.tillstream.local.aws.deploy.template;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A parameter of a template with the limits that it sets for its values. */
public record Parameter(
        String name,
        String type,
        @Nullable String defaultValue,
        @Nullable String allowedPattern,
        List<String> allowedValues,
        @Nullable BigDecimal minValue,
        @Nullable BigDecimal maxValue) {
    static final Set<String> KEYS =
            Set.of(
                    "Type",
                    "Default",
                    "Description",
                    "ConstraintDescription",
                    "AllowedPattern",
                    "AllowedValues",
                    "MinValue",
                    "MaxValue");

    public Parameter {
        if (!Set.of("String", "Number").contains(type)) {
            throw new TemplateException("type %s is not supported".formatted(type));
        }
        allowedValues = List.copyOf(allowedValues);
    }

    static Parameter of(String name, JsonNode node) {
        Shape.checkKeys(node, KEYS);
        return new Parameter(
                name,
                Shape.text(node, "Type"),
                Shape.optionalText(node, "Default"),
                Shape.optionalText(node, "AllowedPattern"),
                node.path("AllowedValues").valueStream().map(JsonNode::asString).toList(),
                node.has("MinValue") ? node.get("MinValue").decimalValue() : null,
                node.has("MaxValue") ? node.get("MaxValue").decimalValue() : null);
    }

    /** The value to use, a number if the type says so, or the reason why there is none. */
    public JsonNode value(@Nullable String given) {
        var value = given == null ? defaultValue : given;
        if (value == null) {
            throw new TemplateException("parameter %s has no value".formatted(name));
        }
        if (allowedPattern != null && !Pattern.matches(allowedPattern, value)) {
            throw refused(value, "it does not match " + allowedPattern);
        }
        if (!allowedValues.isEmpty() && !allowedValues.contains(value)) {
            throw refused(value, "it is not one of " + allowedValues);
        }
        return type.equals("Number")
                ? YamlTree.number(number(value))
                : JsonNodeFactory.instance.stringNode(value);
    }

    private BigDecimal number(String value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw refused(value, "it is not a number");
        }
        if (minValue != null && number.compareTo(minValue) < 0) {
            throw refused(value, "it is less than " + minValue);
        }
        if (maxValue != null && number.compareTo(maxValue) > 0) {
            throw refused(value, "it is more than " + maxValue);
        }
        return number;
    }

    private TemplateException refused(String value, String reason) {
        return new TemplateException(
                "parameter %s can't be \"%s\": %s".formatted(name, value, reason));
    }
}
