package dev.tillstream.local.benchmarks.consumers;

import dev.tillstream.local.benchmarks.EmbeddedAws;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One embedded AWS, and what is started beside it. */
record Bench(Path root, EmbeddedAws aws, Books books, Tills tills) {

    static Bench at(Path root, EmbeddedAws aws) {
        SqsClient sqs = aws.client(SqsClient.builder());
        return new Bench(
                root,
                aws,
                new Books(
                        aws.client(DynamoDbClient.builder()),
                        sqs,
                        aws.client(EventBridgeClient.builder())),
                new Tills(sqs));
    }

    ServiceProcess start(String module, Map<String, String> variables) {
        return ServiceProcess.start(root, module, aws.endpoint(), variables);
    }

    static void say(String line) {
        System.out.println(line);
    }
}
