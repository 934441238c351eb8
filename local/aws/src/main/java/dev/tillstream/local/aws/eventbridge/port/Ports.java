package dev.tillstream.local.aws.eventbridge.port;

import dev.tillstream.local.aws.eventbridge.target.Arn;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import dev.tillstream.local.aws.protocol.JsonService;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.function.Function;

/** Opens the port behind a target's ARN. */
public final class Ports implements Function<Arn, TargetPort> {

    private final HttpClient http;
    private final URI sqs;
    private final JsonService kinesis;
    private final JsonService firehose;

    /**
     * Where targets are.
     *
     * @param sqs the engine's own address
     */
    public Ports(HttpClient http, URI sqs, JsonService kinesis, JsonService firehose) {
        this.http = http;
        this.sqs = sqs;
        this.kinesis = kinesis;
        this.firehose = firehose;
    }

    @Override
    public TargetPort apply(Arn arn) {
        return switch (arn.service()) {
            case "sqs" -> new SqsQueue(http, sqs, arn);
            case "kinesis" -> new KinesisStream(kinesis, arn.name());
            case "firehose" -> new FirehoseStream(firehose, arn.name());
            default -> throw new IllegalArgumentException("No port for " + arn);
        };
    }
}
