package dev.tillstream.local.launcher.fault;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends faults. */
@Command(
        name = "clear",
        mixinStandardHelpOptions = true,
        description = "Remove all faults, or those named.")
final class ClearCommand implements Callable<Integer> {

    @Mixin private AwsOption aws = new AwsOption();

    @Parameters(paramLabel = "ID", arity = "0..*", description = "As ./run faults list shows it")
    private List<String> ids = List.of();

    @Override
    public Integer call() throws InterruptedException {
        try (FaultsClient client = aws.client()) {
            if (ids.isEmpty()) {
                client.clear();
            }
            for (String id : ids) {
                client.remove(id);
            }
            return 0;
        }
    }
}
