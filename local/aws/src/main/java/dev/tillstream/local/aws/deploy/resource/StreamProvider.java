package dev.tillstream.local.aws.deploy.resource;

import dev.tillstream.local.aws.deploy.api.AwsApi;
import dev.tillstream.local.aws.deploy.api.AwsCallException;
import dev.tillstream.local.aws.deploy.api.AwsService;
import java.util.Map;

/**
 * {@code AWS::Kinesis::Stream}; one that is there keeps its shards: it may have been resharded. Its
 * encryption is accepted without effect: memory has nothing at rest.
 */
final class StreamProvider implements ResourceProvider {
    private static final int DEFAULT_RETENTION_HOURS = 24;

    private final AwsApi aws;

    StreamProvider(AwsApi aws) {
        this.aws = aws;
    }

    @Override
    public String type() {
        return "AWS::Kinesis::Stream";
    }

    @Override
    public KnownProperties properties() {
        return KnownProperties.of(
                "Name",
                "ShardCount",
                "RetentionPeriodHours",
                "StreamModeDetails.StreamMode",
                "StreamEncryption.EncryptionType",
                "StreamEncryption.KeyId",
                "Tags.*");
    }

    @Override
    public CreatedResource create(ResourceRequest request) {
        var name = request.name("Name");
        try {
            aws.call(
                    AwsService.KINESIS,
                    "CreateStream",
                    request.input("ShardCount", "StreamModeDetails").put("StreamName", name));
            // CreateStream knows no retention.
            var hours =
                    request.properties()
                            .path("RetentionPeriodHours")
                            .asInt(DEFAULT_RETENTION_HOURS);
            if (hours != DEFAULT_RETENTION_HOURS) {
                aws.call(
                        AwsService.KINESIS,
                        "IncreaseStreamRetentionPeriod",
                        request.input("RetentionPeriodHours").put("StreamName", name));
            }
        } catch (AwsCallException e) {
            if (!e.is("ResourceInUseException")) {
                throw e;
            }
        }
        return new CreatedResource(name, Map.of("Arn", Arns.of("kinesis", "stream/" + name)));
    }
}
