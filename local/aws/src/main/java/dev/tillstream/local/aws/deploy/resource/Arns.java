package dev.tillstream.local.aws.deploy.resource;

/** Names of resources in the one account and region of the embedded AWS. */
public final class Arns {
    public static final String PARTITION = "aws";
    public static final String REGION = "us-east-1";
    public static final String ACCOUNT = "000000000000";

    private Arns() {}

    static String of(String service, String resource) {
        return String.join(":", "arn", PARTITION, service, REGION, ACCOUNT, resource);
    }

    /** IAM has no regions. */
    static String iam(String resource) {
        return String.join(":", "arn", PARTITION, "iam", "", ACCOUNT, resource);
    }

    /** Bucket names are unique without region and account. */
    static String bucket(String name) {
        return String.join(":", "arn", PARTITION, "s3", "", "", name);
    }
}
