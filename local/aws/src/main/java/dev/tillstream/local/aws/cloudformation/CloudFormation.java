package dev.tillstream.local.aws.cloudformation;

import dev.tillstream.local.aws.deploy.DeployedStack;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import dev.tillstream.local.aws.query.QueryService;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** DescribeStacks and ListExports of what the deployer made; nothing can be changed by it. */
public final class CloudFormation implements QueryService {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String arnPrefix;
    private final InstantSource clock;
    private volatile List<DeployedStack> stacks = List.of();
    private volatile Instant created = Instant.EPOCH;

    public CloudFormation(String region, String account, InstantSource clock) {
        this.clock = clock;
        this.arnPrefix = "arn:aws:cloudformation:" + region + ":" + account + ":stack/";
    }

    /** They are there from now on. */
    public void show(List<DeployedStack> deployed) {
        created = clock.instant();
        stacks = List.copyOf(deployed);
    }

    @Override
    public String signingName() {
        return "cloudformation";
    }

    @Override
    public String namespace() {
        return "http://cloudformation.amazonaws.com/doc/2010-05-15/";
    }

    @Override
    public JsonNode handle(String operation, JsonNode input) {
        return switch (operation) {
            case "DescribeStacks" -> describe(new Input(input).allowing("StackName", "NextToken"));
            case "ListExports" -> exports(new Input(input).allowing("NextToken"));
            default -> throw AwsException.unknownOperation("cloudformation", operation);
        };
    }

    private JsonNode describe(Input input) {
        String name = input.optionalText("StackName").orElse("");
        ObjectNode answer = JSON.objectNode();
        ArrayNode list = answer.putArray("Stacks");
        stacks.stream()
                .filter(stack ->
                        name.isEmpty() || name.equals(stack.name()) || name.equals(id(stack)))
                .map(this::view)
                .forEach(list::add);
        if (list.isEmpty() && !name.isEmpty()) {
            throw AwsException.badRequest(
                    "ValidationError", "Stack with id " + name + " does not exist");
        }
        return answer;
    }

    private ObjectNode view(DeployedStack stack) {
        ObjectNode view =
                JSON.objectNode()
                        .put("StackId", id(stack))
                        .put("StackName", stack.name())
                        .put("CreationTime", created.truncatedTo(ChronoUnit.MILLIS).toString())
                        .put("StackStatus", "CREATE_COMPLETE")
                        .put("DisableRollback", false);
        ArrayNode parameters = view.putArray("Parameters");
        stack.parameters()
                .forEach((name, value) ->
                        parameters
                                .addObject()
                                .put("ParameterKey", name)
                                .put("ParameterValue", value));
        ArrayNode outputs = view.putArray("Outputs");
        for (DeployedStack.Value output : stack.outputs()) {
            ObjectNode node =
                    outputs.addObject()
                            .put("OutputKey", output.key())
                            .put("OutputValue", output.value());
            if (!output.exportName().isEmpty()) {
                node.put("ExportName", output.exportName());
            }
        }
        return view;
    }

    private JsonNode exports(Input input) {
        if (input.has("NextToken")) {
            // All exports are on the first page.
            throw AwsException.badRequest("ValidationError", "NextToken is not one of ours.");
        }
        ObjectNode answer = JSON.objectNode();
        ArrayNode exports = answer.putArray("Exports");
        for (DeployedStack stack : stacks) {
            for (DeployedStack.Value output : stack.outputs()) {
                if (!output.exportName().isEmpty()) {
                    exports.addObject()
                            .put("ExportingStackId", id(stack))
                            .put("Name", output.exportName())
                            .put("Value", output.value());
                }
            }
        }
        return answer;
    }

    /** AWS ends it with a UUID; here the name alone is unique, and the same at each start. */
    private String id(DeployedStack stack) {
        return arnPrefix + stack.name() + "/00000000-0000-0000-0000-000000000000";
    }
}
