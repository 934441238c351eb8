package dev.tillstream.router;

import dev.tillstream.router.eventbridge.Environment;
import dev.tillstream.router.eventbridge.EventBus;
import dev.tillstream.router.route.RetryPolicy;
import dev.tillstream.router.route.Routes;
import dev.tillstream.router.route.drift.Blueprint;
import dev.tillstream.router.route.drift.RuleState;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Which bus, and how to reach it: as the AWS CLI does, by the SDK's own variables and files. */
final class RunningBus {

    @Option(
            names = "--project-name",
            paramLabel = "NAME",
            defaultValue = "tillstream",
            description =
                    "The stacks' ProjectName, which the bus is called too (${DEFAULT-VALUE}).")
    private String projectName = "tillstream";

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Where AWS is (default: AWS_ENDPOINT_URL, else AWS itself).")
    private @Nullable URI endpoint;

    @Option(
            names = "--maximum-retry-attempts",
            paramLabel = "N",
            description =
                    "The rules stack's MaximumRetryAttempts, if it isn't the routes' default.")
    private @Nullable Integer attempts;

    @Option(
            names = "--maximum-event-age",
            paramLabel = "SECONDS",
            description = "The rules stack's MaximumEventAgeSeconds, likewise.")
    private @Nullable Long age;

    String bus() {
        return projectName;
    }

    Connection connect(Project project) {
        Routes routes = project.wholeRoutes().routes();
        EventBridgeClient events = at(EventBridgeClient.builder()).build();
        CloudFormationClient stacks = at(CloudFormationClient.builder()).build();
        EventBus bus = new EventBus(events, projectName);
        var arns = new Environment(projectName, stacks, bus::arn).arns();
        var blueprint = new Blueprint(projectName, arns, retry(routes.retry()));
        return new Connection(bus, blueprint.rules(routes), events, stacks);
    }

    private RetryPolicy retry(RetryPolicy ofRoutes) {
        return new RetryPolicy(
                attempts == null ? ofRoutes.attempts() : attempts,
                age == null ? ofRoutes.age() : Duration.ofSeconds(age));
    }

    private <B extends AwsClientBuilder<B, ?>> B at(B builder) {
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder;
    }

    /** An open bus and what it should be. */
    record Connection(
            EventBus bus,
            List<RuleState> wanted,
            EventBridgeClient events,
            CloudFormationClient stacks)
            implements AutoCloseable {
        @Override
        public void close() {
            events.close();
            stacks.close();
        }
    }
}
