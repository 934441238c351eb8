package dev.tillstream.local.launcher.dlq;

import dev.tillstream.local.dlq.DeadLetter;
import dev.tillstream.local.dlq.DeadLetterQueue;
import dev.tillstream.local.dlq.Redrive;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Back to work. */
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = {
            "Send the messages of a dead-letter queue where they were meant to go.",
            "A message is deleted only after it was taken there; exits with 1 if one was not."
        },
        footer = {
            "",
            "For example, only what one store sent, after a look at how many that would be:",
            "  ./run dlq redrive dispatch --where detail.store_id=store_2 --dry-run"
        })
final class DlqRedriveCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private QueuesOption queues = new QueuesOption();

    @Parameters(
            paramLabel = "QUEUE",
            description = "Its name, with or without the project and -dlq")
    private String name = "";

    @Option(
            names = "--where",
            paramLabel = "PATH=VALUE",
            description =
                    "Only messages with this value, of an attribute (ERROR_CODE) or of the JSON"
                            + " (detail.store_id); repeatable, all must hold")
    private Map<String, String> conditions = Map.of();

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "Messages a second at most (default: ${DEFAULT-VALUE})")
    private int rate = 100;

    @Option(names = "--dry-run", description = "Only count what would be sent")
    private boolean isDry;

    @Override
    public Integer call() throws InterruptedException {
        if (rate < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--rate must be 1 or more, is " + rate);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (DlqClients clients = queues.clients()) {
            DeadLetterQueue queue = clients.named(name);
            out.printf("%s: %d waiting%n", queue.name(), queue.waiting());
            Redrive.Result result = new Redrive(queue, this::isChosen, rate, isDry).run();
            out.printf(
                    "%s %d of %d seen to %s%n",
                    isDry ? "would send" : "sent", result.sent(), result.seen(), queue.goal());
            result.failures()
                    .forEach((reason, count) -> out.printf("  ! %d not sent: %s%n", count, reason));
            out.printf("%s: %d waiting%n", queue.name(), queue.waiting());
            return result.failures().isEmpty() ? 0 : 1;
        }
    }

    private boolean isChosen(DeadLetter letter) {
        return conditions.entrySet().stream()
                .allMatch(condition ->
                        letter.value(condition.getKey())
                                .filter(condition.getValue()::equals)
                                .isPresent());
    }
}
