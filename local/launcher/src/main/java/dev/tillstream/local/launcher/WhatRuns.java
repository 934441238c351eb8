package dev.tillstream.local.launcher;

import dev.tillstream.local.audit.stored.AwsClients;
import dev.tillstream.local.launcher.house.Ports;
import dev.tillstream.local.launcher.house.RunFile;
import dev.tillstream.local.launcher.house.RunFile.Run;
import dev.tillstream.local.launcher.house.Service;
import dev.tillstream.local.launcher.key.LocalKeys;
import dev.tillstream.producer.key.StoreKeys;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What runs in the current folder, or else at the usual ports, for those who were told nothing. */
final class WhatRuns {

    private static final Path STATE = Path.of(".tillstream");

    private WhatRuns() {}

    /** Where its ingest listens. */
    static URI ingest() {
        return ports().address(Service.INGEST);
    }

    /** The keys for it, made when they are needed. */
    static StoreKeys keys() {
        return LocalKeys.of(
                AwsClients.pointed(
                                DynamoDbClient.builder()
                                        .httpClient(UrlConnectionHttpClient.create()),
                                ports().awsAddress())
                        .build(),
                STATE.resolve("keys"));
    }

    private static Ports ports() {
        return new RunFile(STATE).read().map(Run::ports).orElse(Ports.USUAL);
    }
}
