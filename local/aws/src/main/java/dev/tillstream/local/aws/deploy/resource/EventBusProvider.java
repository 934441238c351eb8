package dev.tillstream.local.aws.deploy.resource;

import dev.tillstream.local.aws.deploy.api.AwsApi;
import dev.tillstream.local.aws.deploy.api.AwsCallException;
import dev.tillstream.local.aws.deploy.api.AwsService;
import java.util.Map;

/** {@code AWS::Events::EventBus}. */
final class EventBusProvider implements ResourceProvider {
    private final AwsApi aws;

    EventBusProvider(AwsApi aws) {
        this.aws = aws;
    }

    @Override
    public String type() {
        return "AWS::Events::EventBus";
    }

    @Override
    public KnownProperties properties() {
        return KnownProperties.of("Name", "Description", "Tags.*");
    }

    @Override
    public CreatedResource create(ResourceRequest request) {
        var name = request.name("Name");
        try {
            aws.call(AwsService.EVENTS, "CreateEventBus", request.input().put("Name", name));
        } catch (AwsCallException e) {
            if (!e.is("ResourceAlreadyExistsException")) {
                throw e;
            }
        }
        return new CreatedResource(
                name, Map.of("Name", name, "Arn", Arns.of("events", "event-bus/" + name)));
    }
}
