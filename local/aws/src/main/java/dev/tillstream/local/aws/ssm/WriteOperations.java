package dev.tillstream.local.aws.ssm;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** PutParameter and DeleteParameter. */
final class WriteOperations {

    private static final Set<String> TYPES = Set.of("String", "StringList", Parameter.SECURE);
    private static final int LONGEST_VALUE = 4_096;

    private final Parameters parameters;
    private final InstantSource clock;

    WriteOperations(Parameters parameters, InstantSource clock) {
        this.parameters = parameters;
        this.clock = clock;
    }

    JsonNode put(Input input) {
        input.allowing(
                "Name",
                "Value",
                "Type",
                "Description",
                "Overwrite",
                "Tier",
                "DataType",
                "KeyId",
                "Tags");
        String name = name(input);
        String value = value(input);
        Optional<String> type = input.optionalText("Type");
        String description = input.optionalText("Description").orElse(null);
        boolean overwrite = input.flag("Overwrite", false);
        Parameter put =
                parameters.add(
                        name,
                        old -> {
                            if (old.isPresent() && !overwrite) {
                                throw AwsException.badRequest(
                                        "ParameterAlreadyExists",
                                        "The parameter already exists. To overwrite this value,"
                                                + " set the overwrite option in the request to"
                                                + " true.");
                            }
                            return Optional.of(next(name, value, type, description, old));
                        });
        return JsonNodeFactory.instance
                .objectNode()
                .put("Version", put.version())
                .put("Tier", "Standard");
    }

    JsonNode delete(Input input) {
        String name = input.allowing("Name").text("Name");
        if (!parameters.remove(name)) {
            throw AwsException.badRequest("ParameterNotFound", "Parameter " + name + " not found.");
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private Parameter next(
            String name,
            String value,
            Optional<String> type,
            @Nullable String description,
            Optional<Parameter> old) {
        String chosen =
                type.or(() -> old.map(Parameter::type))
                        .orElseThrow(() ->
                                Input.invalid(
                                        "A parameter type is required when you create a parameter."));
        if (!TYPES.contains(chosen)) {
            throw AwsException.badRequest(
                    "UnsupportedParameterType", "Type " + chosen + " must be one of " + TYPES);
        }
        int version = old.map(Parameter::version).orElse(0) + 1;
        return new Parameter(name, chosen, value, version, description, clock.instant());
    }

    private static String name(Input input) {
        String name = input.text("Name");
        boolean hierarchyIsWhole = !name.contains("/") || name.startsWith("/");
        if (!name.matches("[a-zA-Z0-9_.\\-/]{1,1011}") || !hierarchyIsWhole) {
            throw Input.invalid(
                    "Parameter name "
                            + name
                            + " must be of a-z A-Z 0-9 _ . - and, if it has a path, start with /");
        }
        return name;
    }

    private static String value(Input input) {
        String value = input.text("Value");
        if (value.isEmpty() || value.length() > LONGEST_VALUE) {
            throw Input.invalid("Value must have 1 to " + LONGEST_VALUE + " characters");
        }
        return value;
    }
}
