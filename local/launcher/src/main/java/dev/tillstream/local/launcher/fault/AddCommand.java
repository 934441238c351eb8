package dev.tillstream.local.launcher.fault;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Adds one; what it must be like is checked by the embedded AWS. */
@Command(
        name = "add",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Add a fault; whatever is not said means all calls.",
        footer = {
            "",
            "For example, every tenth PutRecords of the sales stream is throttled:",
            "  ./run faults add throttle --service kinesis --operation PutRecords --resource '*sales-events' --probability 0.1"
        })
final class AddCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private AwsOption aws = new AwsOption();

    @Parameters(
            paramLabel = "KIND",
            description =
                    "throttle, error, partial, latency, lost-reply, reset, outage, duplicate,"
                            + " reorder or conflict")
    private String kind = "";

    @Option(
            names = "--service",
            description = "sqs, events, kinesis, firehose, dynamodb, s3, ssm...")
    private @Nullable String service;

    @Option(
            names = "--operation",
            description = "Such as PutRecords; events Deliver is EventBridge's own delivery")
    private @Nullable String operation;

    @Option(
            names = "--resource",
            description = "Name of a queue, stream, table, bus, bucket...; * stands for anything")
    private @Nullable String resource;

    @Option(names = "--probability", description = "Of each call to be struck; 1 if not said")
    private @Nullable Double probability;

    @Option(names = "--count", description = "How many calls are struck at most")
    private @Nullable Long count;

    @Option(names = "--seed", description = "Of the draws, to repeat a run")
    private @Nullable Long seed;

    @Option(names = "--millis", description = "How long (latency, outage)")
    private @Nullable Long millis;

    @Option(names = "--share", description = "Of a batch's entries (partial); 0.5 if not said")
    private @Nullable Double share;

    @Option(names = "--code", description = "The error code of refused entries (partial)")
    private @Nullable String code;

    @Override
    public Integer call() throws InterruptedException {
        try (FaultsClient client = aws.client()) {
            spec.commandLine().getOut().println(ListCommand.row(client.add(fault())));
            return 0;
        }
    }

    private ObjectNode fault() {
        // The endpoint takes null for a field that isn't there.
        return JsonMapper.shared()
                .createObjectNode()
                .put("kind", kind)
                .put("service", service)
                .put("operation", operation)
                .put("resource", resource)
                .put("probability", probability)
                .put("count", count)
                .put("seed", seed)
                .put("millis", millis)
                .put("share", share)
                .put("code", code);
    }
}
