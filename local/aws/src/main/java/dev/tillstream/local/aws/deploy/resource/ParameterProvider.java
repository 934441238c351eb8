package dev.tillstream.local.aws.deploy.resource;

import dev.tillstream.local.aws.deploy.api.AwsApi;
import dev.tillstream.local.aws.deploy.api.AwsCallException;
import dev.tillstream.local.aws.deploy.api.AwsService;
import java.util.Map;

/**
 * {@code AWS::SSM::Parameter}; one that is there keeps its value, which someone may have changed.
 */
final class ParameterProvider implements ResourceProvider {
    private final AwsApi aws;

    ParameterProvider(AwsApi aws) {
        this.aws = aws;
    }

    @Override
    public String type() {
        return "AWS::SSM::Parameter";
    }

    @Override
    public KnownProperties properties() {
        return KnownProperties.of("Name", "Type", "Value", "Description", "Tags.*");
    }

    @Override
    public CreatedResource create(ResourceRequest request) {
        var name = request.name("Name");
        var input = request.input("Type", "Description").put("Name", name);
        var value = request.properties().path("Value").asString();
        try {
            aws.call(AwsService.SSM, "PutParameter", input.put("Value", value));
        } catch (AwsCallException e) {
            if (!e.is("ParameterAlreadyExists")) {
                throw e;
            }
        }
        return new CreatedResource(
                name, Map.of("Type", request.properties().path("Type").asString(), "Value", value));
    }
}
