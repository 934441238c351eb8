package dev.tillstream.local.benchmarks.consumers;

import dev.tillstream.access.dynamodb.KeyTable;
import dev.tillstream.access.key.KeyOffice;
import dev.tillstream.local.benchmarks.EmbeddedAws;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One embedded AWS, and what is started beside it. */
record Bench(Path root, URI aws, Books books, Tills tills) {

    static Bench at(Path root, EmbeddedAws aws) {
        SqsClient sqs = aws.client(SqsClient.builder());
        return new Bench(
                root,
                aws.endpoint(),
                new Books(
                        aws.client(DynamoDbClient.builder()),
                        sqs,
                        aws.client(EventBridgeClient.builder())),
                new Tills(sqs));
    }

    ServiceProcess start(String module, Map<String, String> variables) {
        return ServiceProcess.start(root, module, aws, variables);
    }

    /** Makes keys in the table that services ask. */
    KeyOffice keys() {
        return new KeyOffice(
                new KeyTable(books.dynamo(), "tillstream-store-keys"),
                InstantSource.system(),
                new SecureRandom());
    }

    /** Waits for something to come true. */
    static void await(String what, Duration bound, BooleanSupplier condition)
            throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " did not come within " + bound);
            }
            Thread.sleep(100);
        }
    }

    static void say(String line) {
        System.out.println(line);
    }
}
