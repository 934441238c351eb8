package dev.tillstream.local.aws.eventbridge.target;

import dev.tillstream.local.aws.protocol.Input;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a target as PutTargets carries it; what would not be honoured is refused by name. */
public final class TargetDefinition {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> SERVICES = Set.of("sqs", "kinesis", "firehose");
    private static final Set<String> WITH_ROLE = Set.of("kinesis", "firehose");

    private TargetDefinition() {}

    public static Target parse(Input input) {
        input.allowing(
                "Id",
                "Arn",
                "RoleArn",
                "Input",
                "InputPath",
                "KinesisParameters",
                "RetryPolicy",
                "DeadLetterConfig");
        Arn arn = Arn.parse(input.text("Arn"));
        if (!SERVICES.contains(arn.service()) || arn.name().endsWith(".fifo")) {
            throw Input.invalid(
                    "Target "
                            + arn
                            + " is not supported by the embedded AWS: only standard SQS queues,"
                            + " Kinesis and Firehose streams are");
        }
        if (WITH_ROLE.contains(arn.service()) && !input.has("RoleArn")) {
            throw Input.invalid("RoleArn is required for target " + arn + ".");
        }
        if (input.has("Input") && input.has("InputPath")) {
            throw Input.invalid(
                    "Only one of Input, InputPath, or InputTransformer must be provided.");
        }
        return new Target(
                id(input),
                arn,
                input.optionalText("Input").map(TargetDefinition::json).orElse(null),
                input.optionalText("InputPath").map(JsonPath::parse).orElse(null),
                partitionKeyPath(input, arn).orElse(null),
                input.object("RetryPolicy").map(RetryPolicy::parse).orElse(RetryPolicy.DEFAULT),
                deadLetterQueue(input).orElse(null),
                input.json());
    }

    private static String id(Input input) {
        String id = input.text("Id");
        if (!id.matches("[.\\-_A-Za-z0-9]{1,64}")) {
            throw Input.invalid("Target id " + id + " must be 1 to 64 of A-Z a-z 0-9 . - _");
        }
        return id;
    }

    private static String json(String text) {
        try {
            JSON.readTree(text);
            return text;
        } catch (JacksonException e) {
            throw Input.invalid("Input is not valid JSON text: " + e.getOriginalMessage());
        }
    }

    private static Optional<JsonPath> partitionKeyPath(Input input, Arn arn) {
        Optional<Input> parameters = input.object("KinesisParameters");
        if (parameters.isPresent() && !arn.service().equals("kinesis")) {
            throw Input.invalid("Parameter(s) KinesisParameters not valid for target " + arn + ".");
        }
        return parameters.map(
                p -> JsonPath.parse(p.allowing("PartitionKeyPath").text("PartitionKeyPath")));
    }

    private static Optional<Arn> deadLetterQueue(Input input) {
        Optional<Arn> queue =
                input.object("DeadLetterConfig")
                        .flatMap(config -> config.allowing("Arn").optionalText("Arn"))
                        .map(Arn::parse);
        queue.filter(arn -> !arn.service().equals("sqs") || arn.resource().endsWith(".fifo"))
                .ifPresent(arn -> {
                    throw Input.invalid(
                            "DeadLetterConfig " + arn + " must be a standard SQS queue.");
                });
        return queue;
    }
}
