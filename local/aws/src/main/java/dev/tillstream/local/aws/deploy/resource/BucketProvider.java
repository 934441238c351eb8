package dev.tillstream.local.aws.deploy.resource;

import dev.tillstream.local.aws.deploy.api.AwsApi;
import java.util.Locale;
import java.util.Map;

/** {@code AWS::S3::Bucket}; encryption and access rules have no effect in a file store. */
final class BucketProvider implements ResourceProvider {
    private final AwsApi aws;

    BucketProvider(AwsApi aws) {
        this.aws = aws;
    }

    @Override
    public String type() {
        return "AWS::S3::Bucket";
    }

    @Override
    public KnownProperties properties() {
        return KnownProperties.of(
                "BucketName",
                "BucketEncryption.*",
                "OwnershipControls.*",
                "PublicAccessBlockConfiguration.*",
                "Tags.*");
    }

    @Override
    public CreatedResource create(ResourceRequest request) {
        var name = request.name("BucketName").toLowerCase(Locale.ROOT);
        aws.putBucket(name);
        return new CreatedResource(
                name, Map.of("Arn", Arns.bucket(name), "DomainName", name + ".s3.amazonaws.com"));
    }
}
