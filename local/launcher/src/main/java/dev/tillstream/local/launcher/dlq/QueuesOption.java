package dev.tillstream.local.launcher.dlq;

import dev.tillstream.local.launcher.place.AwsPlace;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** Whose dead-letter queues. */
final class QueuesOption {

    @Mixin private AwsPlace place = new AwsPlace();

    DlqClients clients() {
        return clients(System.getenv());
    }

    DlqClients clients(Map<String, String> environment) {
        return place.address(environment)
                .map(address -> DlqClients.at(address, place.project()))
                .orElseGet(() -> DlqClients.ofAws(place.project()));
    }
}
