package dev.tillstream.local.aws.ssm;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The reading operations; a next token is the name that the last page ended with. */
final class ReadOperations {

    private final Parameters parameters;
    private final String arnPrefix;

    ReadOperations(Parameters parameters, String arnPrefix) {
        this.parameters = parameters;
        this.arnPrefix = arnPrefix;
    }

    JsonNode get(Input input) {
        String name = input.allowing("Name", "WithDecryption").text("Name");
        Parameter parameter =
                parameters
                        .find(name)
                        .orElseThrow(() ->
                                AwsException.badRequest(
                                        "ParameterNotFound", "Parameter " + name + " not found."));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("Parameter", withValue(parameter, input));
        return answer;
    }

    JsonNode getMany(Input input) {
        List<String> names = input.allowing("Names", "WithDecryption").texts("Names");
        if (names.isEmpty() || names.size() > 10) {
            throw Input.invalid("Names must have 1 to 10 entries");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode found = answer.putArray("Parameters");
        ArrayNode invalid = answer.putArray("InvalidParameters");
        for (String name : names) {
            Optional<Parameter> parameter = parameters.find(name);
            parameter.ifPresentOrElse(
                    present -> found.add(withValue(present, input)), () -> invalid.add(name));
        }
        return answer;
    }

    JsonNode getByPath(Input input) {
        input.allowing("Path", "Recursive", "WithDecryption", "MaxResults", "NextToken");
        String path = input.text("Path");
        if (!path.startsWith("/")) {
            throw Input.invalid("Path " + path + " must start with /");
        }
        boolean recursive = input.flag("Recursive", false);
        List<Parameter> all =
                parameters.all().stream()
                        .filter(parameter -> parameter.isUnder(path, recursive))
                        .toList();
        return page(input, all, 10, parameter -> withValue(parameter, input));
    }

    JsonNode describe(Input input) {
        input.allowing("MaxResults", "NextToken");
        return page(input, List.copyOf(parameters.all()), 50, this::metadata);
    }

    private static ObjectNode page(
            Input input, List<Parameter> all, int most, Function<Parameter, ObjectNode> form) {
        String after = input.optionalText("NextToken").orElse("");
        int limit = input.number("MaxResults", most, 1, most);
        List<Parameter> rest =
                all.stream().filter(parameter -> parameter.name().compareTo(after) > 0).toList();
        List<Parameter> page = rest.stream().limit(limit).toList();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("Parameters");
        page.stream().map(form).forEach(list::add);
        if (page.size() < rest.size()) {
            answer.put("NextToken", page.getLast().name());
        }
        return answer;
    }

    private ObjectNode withValue(Parameter parameter, Input input) {
        return common(parameter)
                .put("Value", parameter.value(input.flag("WithDecryption", false)))
                .put("ARN", arn(parameter));
    }

    private ObjectNode metadata(Parameter parameter) {
        ObjectNode node = common(parameter).put("Tier", "Standard").put("ARN", arn(parameter));
        if (parameter.description() != null) {
            node.put("Description", parameter.description());
        }
        return node;
    }

    private static ObjectNode common(Parameter parameter) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Name", parameter.name())
                        .put("Type", parameter.type())
                        .put("Version", parameter.version())
                        .put("DataType", "text");
        node.set("LastModifiedDate", Timestamps.node(parameter.modified()));
        return node;
    }

    private String arn(Parameter parameter) {
        String separator = parameter.name().startsWith("/") ? "" : "/";
        return arnPrefix + ":parameter" + separator + parameter.name();
    }
}
