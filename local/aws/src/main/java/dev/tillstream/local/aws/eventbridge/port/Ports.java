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
    private final URI endpoint;
    private final JsonService kinesis;
    private final JsonService firehose;

    /**
     * The endpoint is asked for at each call: the port is known only after the front has started.
     */
    public Ports(HttpClient http, URI endpoint, JsonService kinesis, JsonService firehose) {
        this.http = http;
        this.endpoint = endpoint;
        this.kinesis = kinesis;
        this.firehose = firehose;
    }

    @Override
    public TargetPort apply(Arn arn) {
        return switch (arn.service()) {
            case "sqs" -> new SqsQueue(http, endpoint, arn);
            case "kinesis" -> new KinesisStream(kinesis, arn.name());
            case "firehose" -> new FirehoseStream(firehose, arn.name());
            default -> throw new IllegalArgumentException("No port for " + arn);
        };
    }
}
