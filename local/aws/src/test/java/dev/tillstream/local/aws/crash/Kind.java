package dev.tillstream.local.aws.crash;

/** What is written, and where it has to be found again. */
enum Kind {
    /** PutEvents of sales: both queues, the stream and the raw objects must have each. */
    EVENT("PutEvents to its four targets"),
    ITEM("DynamoDB PutItem"),
    MESSAGE("SQS SendMessage"),
    RECORD("Kinesis PutRecord"),
    DELIVERY("Firehose PutRecord"),
    OBJECT("S3 PutObject");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
