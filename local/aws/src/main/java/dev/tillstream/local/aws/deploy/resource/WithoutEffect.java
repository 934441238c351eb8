package dev.tillstream.local.aws.deploy.resource;

import java.util.Map;

/**
 * A type that is accepted and does nothing here, since the embedded AWS lets everyone do
 * everything.
 */
record WithoutEffect(String type) implements ResourceProvider {

    @Override
    public KnownProperties properties() {
        return KnownProperties.all();
    }

    @Override
    public CreatedResource create(ResourceRequest request) {
        var name = request.stack() + "-" + request.logicalId();
        return switch (type) {
            case "AWS::IAM::Role" -> {
                var role = request.name("RoleName");
                yield new CreatedResource(role, Map.of("Arn", Arns.iam("role/" + role)));
            }
            case "AWS::IAM::ManagedPolicy" -> {
                var arn = Arns.iam("policy/" + request.name("ManagedPolicyName"));
                yield new CreatedResource(arn, Map.of("PolicyArn", arn));
            }
            default -> new CreatedResource(name, Map.of());
        };
    }
}
