package dev.tillstream.local.aws.deploy.api;

/** A service that speaks JSON: how it is called in signatures and in {@code X-Amz-Target}. */
public enum AwsService {
    DYNAMODB("dynamodb", "DynamoDB_20120810", "1.0"),
    EVENTS("events", "AWSEvents", "1.1"),
    FIREHOSE("firehose", "Firehose_20150804", "1.1"),
    KINESIS("kinesis", "Kinesis_20131202", "1.1"),
    SQS("sqs", "AmazonSQS", "1.0"),
    SSM("ssm", "AmazonSSM", "1.1");

    private final String signingName;
    private final String targetPrefix;
    private final String jsonVersion;

    AwsService(String signingName, String targetPrefix, String jsonVersion) {
        this.signingName = signingName;
        this.targetPrefix = targetPrefix;
        this.jsonVersion = jsonVersion;
    }

    String signingName() {
        return signingName;
    }

    String target(String operation) {
        return targetPrefix + "." + operation;
    }

    String contentType() {
        return "application/x-amz-json-" + jsonVersion;
    }
}
