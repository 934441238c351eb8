package dev.tillstream.local.aws.deploy.resource;

import dev.tillstream.local.aws.deploy.api.AwsApi;
import dev.tillstream.local.aws.deploy.api.AwsCallException;
import dev.tillstream.local.aws.deploy.api.AwsService;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** {@code AWS::DynamoDB::Table}; one that is there must have the same keys and indexes. */
final class TableProvider implements ResourceProvider {
    private static final String TTL = "TimeToLiveSpecification";

    private final AwsApi aws;

    TableProvider(AwsApi aws) {
        this.aws = aws;
    }

    @Override
    public String type() {
        return "AWS::DynamoDB::Table";
    }

    @Override
    public KnownProperties properties() {
        return KnownProperties.of(
                "TableName",
                "BillingMode",
                "AttributeDefinitions.AttributeName",
                "AttributeDefinitions.AttributeType",
                "KeySchema.AttributeName",
                "KeySchema.KeyType",
                "GlobalSecondaryIndexes.IndexName",
                "GlobalSecondaryIndexes.KeySchema.AttributeName",
                "GlobalSecondaryIndexes.KeySchema.KeyType",
                "GlobalSecondaryIndexes.Projection.ProjectionType",
                "GlobalSecondaryIndexes.Projection.NonKeyAttributes",
                "TimeToLiveSpecification.AttributeName",
                "TimeToLiveSpecification.Enabled",
                "PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled",
                "Tags.*");
    }

    @Override
    public CreatedResource create(ResourceRequest request) {
        var name = request.name("TableName");
        var table =
                request.input("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes")
                        .put("TableName", name);
        createOrCompare(
                name, table, request.properties().path("BillingMode").asString("PROVISIONED"));
        if (request.properties().has(TTL)) {
            setTimeToLive(request.input(TTL).put("TableName", name));
        }
        return new CreatedResource(name, Map.of("Arn", Arns.of("dynamodb", "table/" + name)));
    }

    private void createOrCompare(String name, ObjectNode table, String billingMode) {
        try {
            var input = table.deepCopy().put("BillingMode", billingMode);
            aws.call(AwsService.DYNAMODB, "CreateTable", input);
        } catch (AwsCallException e) {
            if (!e.is("ResourceInUseException")) {
                throw e;
            }
            var description =
                    aws.call(
                            AwsService.DYNAMODB,
                            "DescribeTable",
                            table.objectNode().put("TableName", name));
            Comparison.requireEqual("table " + name, table, description.path("Table"));
        }
    }

    /** To enable what is enabled is an error, so it has to be looked up. */
    private void setTimeToLive(ObjectNode specification) {
        var present =
                aws.call(
                                AwsService.DYNAMODB,
                                "DescribeTimeToLive",
                                specification.deepCopy().without(TTL))
                        .path("TimeToLiveDescription");
        var enabled = present.path("TimeToLiveStatus").asString("").equals("ENABLED");
        if (enabled != specification.path(TTL).path("Enabled").asBoolean()) {
            aws.call(AwsService.DYNAMODB, "UpdateTimeToLive", specification);
        }
    }
}
