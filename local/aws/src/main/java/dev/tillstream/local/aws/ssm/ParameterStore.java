package dev.tillstream.local.aws.ssm;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import dev.tillstream.local.aws.protocol.JsonService;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The Parameter Store of Systems Manager: settings and secrets by name and path. */
public final class ParameterStore implements JsonService {

    private final Map<String, Function<Input, JsonNode>> operations;

    public ParameterStore(String region, String account, InstantSource clock, Disk disk) {
        Parameters parameters = new Parameters(new ParameterShelf(disk));
        WriteOperations write = new WriteOperations(parameters, clock);
        ReadOperations read =
                new ReadOperations(parameters, "arn:aws:ssm:" + region + ":" + account);
        this.operations =
                Map.of(
                        "PutParameter", write::put,
                        "DeleteParameter", write::delete,
                        "GetParameter", read::get,
                        "GetParameters", read::getMany,
                        "GetParametersByPath", read::getByPath,
                        "DescribeParameters", read::describe);
    }

    @Override
    public String targetPrefix() {
        return "AmazonSSM";
    }

    @Override
    public JsonNode handle(String operation, JsonNode input) {
        Function<Input, JsonNode> handler = operations.get(operation);
        if (handler == null) {
            throw AwsException.unknownOperation("SSM", operation);
        }
        return handler.apply(new Input(input));
    }
}
