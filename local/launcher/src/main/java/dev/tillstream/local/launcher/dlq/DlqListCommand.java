package dev.tillstream.local.launcher.dlq;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A line for each queue. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Show how many messages each dead-letter queue holds.")
final class DlqListCommand implements Callable<Integer> {

    private static final String ROW = "%-36s %8s %8s  %s%n";

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private QueuesOption queues = new QueuesOption();

    @Override
    public Integer call() {
        return list(queues, spec.commandLine().getOut());
    }

    static int list(QueuesOption queues, PrintWriter out) {
        try (DlqClients clients = queues.clients()) {
            out.printf(ROW, "queue", "waiting", "hidden", "meant for");
            clients.queues()
                    .all()
                    .forEach(queue ->
                            out.printf(
                                    ROW,
                                    queue.name(),
                                    queue.waiting(),
                                    queue.hidden(),
                                    queue.goal()));
            return 0;
        }
    }
}
