package dev.tillstream.local.aws.deploy.resource;

import dev.tillstream.local.aws.deploy.api.AwsApi;
import dev.tillstream.local.aws.deploy.api.AwsService;
import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.util.Map;

/** {@code AWS::Events::Rule} of a bus; putting a rule again replaces it. */
final class RuleProvider implements ResourceProvider {
    private final AwsApi aws;

    RuleProvider(AwsApi aws) {
        this.aws = aws;
    }

    @Override
    public String type() {
        return "AWS::Events::Rule";
    }

    @Override
    public KnownProperties properties() {
        return KnownProperties.of(
                "Name",
                "Description",
                "EventBusName",
                "State",
                "EventPattern.*",
                "Targets.Id",
                "Targets.Arn",
                "Targets.RoleArn",
                "Targets.Input",
                "Targets.InputPath",
                "Targets.InputTransformer.*",
                "Targets.KinesisParameters.PartitionKeyPath",
                "Targets.SqsParameters.MessageGroupId",
                "Targets.RetryPolicy.MaximumRetryAttempts",
                "Targets.RetryPolicy.MaximumEventAgeInSeconds",
                "Targets.DeadLetterConfig.Arn",
                "Tags.*");
    }

    @Override
    public CreatedResource create(ResourceRequest request) {
        var name = request.name("Name");
        var rule = request.input("Description", "EventBusName", "State").put("Name", name);
        request.ifGiven(
                "EventPattern", (property, pattern) -> rule.put(property, pattern.toString()));
        var arn = aws.call(AwsService.EVENTS, "PutRule", rule).path("RuleArn").asString();
        if (request.properties().has("Targets")) {
            var targets = request.input("EventBusName", "Targets").put("Rule", name);
            var result = aws.call(AwsService.EVENTS, "PutTargets", targets);
            // Rejected targets come back in a reply of status 200.
            if (result.path("FailedEntryCount").asInt(0) > 0) {
                throw new TemplateException(
                        "targets were rejected: " + result.path("FailedEntries"));
            }
        }
        return new CreatedResource(name, Map.of("Arn", arn));
    }
}
