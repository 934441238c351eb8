package dev.tillstream.local.launcher.fault;

import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** A line for each fault, with its hits. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Show the faults and how many calls each has struck.")
final class ListCommand implements Callable<Integer> {

    private static final String ROW = "%-6s %-11s %-36s %-24s %8s %8s  %s";
    private static final Set<String> COLUMNS =
            Set.of("id", "kind", "service", "operation", "resource", "calls", "hits", "spent");

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private AwsOption aws = new AwsOption();

    @Override
    public Integer call() throws InterruptedException {
        return list(aws, spec.commandLine().getOut());
    }

    static int list(AwsOption aws, PrintWriter out) throws InterruptedException {
        try (FaultsClient client = aws.client()) {
            JsonNode faults = client.list();
            if (faults.isEmpty()) {
                out.println("No faults.");
                return 0;
            }
            out.println(ROW.formatted("id", "kind", "call", "resource", "calls", "hits", "how"));
            for (JsonNode fault : faults) {
                out.println(row(fault));
            }
            return 0;
        }
    }

    static String row(JsonNode fault) {
        return ROW.formatted(
                fault.path("id").asString(),
                fault.path("kind").asString(),
                fault.path("service").asString("*") + " " + fault.path("operation").asString("*"),
                fault.path("resource").asString("*"),
                fault.path("calls").longValue(),
                fault.path("hits").longValue(),
                fault.properties().stream()
                                .filter(field -> !COLUMNS.contains(field.getKey()))
                                .map(field -> field.getKey() + "=" + field.getValue())
                                .collect(Collectors.joining(" "))
                        + (fault.path("spent").booleanValue() ? " (spent)" : ""));
    }
}
