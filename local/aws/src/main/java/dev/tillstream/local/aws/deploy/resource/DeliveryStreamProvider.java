package dev.tillstream.local.aws.deploy.resource;

import dev.tillstream.local.aws.deploy.api.AwsApi;
import dev.tillstream.local.aws.deploy.api.AwsCallException;
import dev.tillstream.local.aws.deploy.api.AwsService;
import java.util.Map;

/**
 * {@code AWS::KinesisFirehose::DeliveryStream} to S3; one that is there must deliver alike. Its
 * encryption is accepted without effect.
 */
final class DeliveryStreamProvider implements ResourceProvider {
    private static final String DESTINATION = "ExtendedS3DestinationConfiguration";

    private final AwsApi aws;

    DeliveryStreamProvider(AwsApi aws) {
        this.aws = aws;
    }

    @Override
    public String type() {
        return "AWS::KinesisFirehose::DeliveryStream";
    }

    @Override
    public KnownProperties properties() {
        return KnownProperties.of(
                "DeliveryStreamName",
                "DeliveryStreamType",
                "DeliveryStreamEncryptionConfigurationInput.KeyType",
                DESTINATION + ".BucketARN",
                DESTINATION + ".RoleARN",
                DESTINATION + ".Prefix",
                DESTINATION + ".ErrorOutputPrefix",
                DESTINATION + ".CompressionFormat",
                DESTINATION + ".BufferingHints.IntervalInSeconds",
                DESTINATION + ".BufferingHints.SizeInMBs",
                DESTINATION + ".ProcessingConfiguration.Enabled",
                DESTINATION + ".ProcessingConfiguration.Processors.Type",
                DESTINATION + ".ProcessingConfiguration.Processors.Parameters.ParameterName",
                DESTINATION + ".ProcessingConfiguration.Processors.Parameters.ParameterValue",
                "Tags.*");
    }

    @Override
    public CreatedResource create(ResourceRequest request) {
        var name = request.name("DeliveryStreamName");
        var input =
                request.input("DeliveryStreamType", DESTINATION).put("DeliveryStreamName", name);
        try {
            aws.call(AwsService.FIREHOSE, "CreateDeliveryStream", input);
        } catch (AwsCallException e) {
            if (!e.is("ResourceInUseException")) {
                throw e;
            }
            var description =
                    aws.call(
                            AwsService.FIREHOSE,
                            "DescribeDeliveryStream",
                            input.objectNode().put("DeliveryStreamName", name));
            Comparison.requireEqual(
                    "delivery stream " + name,
                    request.properties().path(DESTINATION),
                    description.at(
                            "/DeliveryStreamDescription/Destinations/0/ExtendedS3DestinationDescription"));
        }
        return new CreatedResource(
                name, Map.of("Arn", Arns.of("firehose", "deliverystream/" + name)));
    }
}
