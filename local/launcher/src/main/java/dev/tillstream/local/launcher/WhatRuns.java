package dev.tillstream.local.launcher;

import dev.tillstream.local.launcher.house.Ports;
import dev.tillstream.local.launcher.house.RunFile;
import dev.tillstream.local.launcher.house.RunFile.Run;
import dev.tillstream.local.launcher.house.Service;
import dev.tillstream.local.launcher.key.LocalKeys;
import dev.tillstream.producer.aws.LocalAws;
import dev.tillstream.producer.command.Surroundings;
import dev.tillstream.producer.key.StoreKeys;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What runs in the current folder, or else at the usual ports, for those who were told nothing. */
final class WhatRuns implements Surroundings {

    private static final Path STATE = Path.of(".tillstream");

    /** Until what was sent just now has been counted. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public URI ingest() {
        return ports().address(Service.INGEST);
    }

    /** Made when they are needed. */
    @Override
    public StoreKeys keys() {
        return LocalKeys.of(
                LocalAws.pointed(
                                DynamoDbClient.builder()
                                        .httpClient(UrlConnectionHttpClient.create()),
                                ports().awsAddress())
                        .build(),
                STATE.resolve("keys"));
    }

    @Override
    public Optional<URI> aws() {
        boolean elsewhere =
                System.getenv("AWS_REGION") != null && new RunFile(STATE).read().isEmpty();
        return elsewhere ? Optional.empty() : Optional.of(ports().awsAddress());
    }

    @Override
    public boolean audit(@Nullable URI aws, String project, PrintWriter out)
            throws InterruptedException {
        URI place = aws == null ? ports().awsAddress() : aws;
        return new AuditRun(place, project, PATIENCE).run(out, true);
    }

    private static Ports ports() {
        return new RunFile(STATE).read().map(Run::ports).orElse(Ports.USUAL);
    }
}
