package dev.tillstream.local.launcher.dlq;

import dev.tillstream.local.dlq.DeadLetter;
import dev.tillstream.local.dlq.Glance;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Messages and why they are there; they stay. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Show messages of a dead-letter queue, and what the bus says of each; they stay in it.")
final class DlqShowCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private QueuesOption queues = new QueuesOption();

    @Parameters(
            paramLabel = "QUEUE",
            description = "Its name, with or without the project and -dlq")
    private String name = "";

    @Option(
            names = "--max",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many at most (default: ${DEFAULT-VALUE})")
    private int most = 10;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (DlqClients clients = queues.clients()) {
            var letters = Glance.at(clients.named(name), most);
            letters.forEach(letter -> show(letter, out));
            out.println(letters.size() + " shown");
            return 0;
        }
    }

    private static void show(DeadLetter letter, PrintWriter out) {
        String sent = letter.system().getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0");
        out.printf(
                "%s  sent %s, received %s times%n",
                letter.messageId(),
                Instant.ofEpochMilli(Long.parseLong(sent)),
                letter.system()
                        .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "0"));
        new TreeMap<>(letter.attributes())
                .forEach((attribute, value) -> out.printf("  %s: %s%n", attribute, value));
        out.printf("  %s%n", letter.body());
    }
}
