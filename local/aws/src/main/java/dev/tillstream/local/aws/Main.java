package dev.tillstream.local.aws;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line: one line {@code READY <endpoint>} on stdout, or one line why not on stderr. */
@Command(
        name = "local-aws",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "An AWS for development and tests, on one port, of 127.0.0.1 unless told otherwise.")
final class Main implements Callable<Integer> {

    private static final Logger log = LoggerFactory.getLogger(Main.class);

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "4566",
            description = "Port, 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = LocalAwsSettings.LOOPBACK,
            description =
                    "Name or address to listen on. Nobody is asked who they are: anyone who reaches"
                            + " it can do anything. Default: ${DEFAULT-VALUE}.")
    private String host = LocalAwsSettings.LOOPBACK;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Folder of CloudFormation templates to deploy.")
    private @Nullable Path templates;

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            description = "Value of a template's parameter; repeatable.")
    private Map<String, String> parameters = Map.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder that keeps what was acknowledged, also through kill -9."
                            + " Default: memory only.")
    private @Nullable Path data;

    @Option(
            names = "--kinesis-mb",
            paramLabel = "MB",
            description =
                    "Memory that all streams together may fill before the oldest records go."
                            + " Default: a quarter of the heap.")
    private long kinesisMegabytes = Runtime.getRuntime().maxMemory() / (4 << 20);

    @Option(
            names = "--kinesis-limits",
            description =
                    "Refuse what AWS would refuse of a shard: more than 1,000 records or 1 MB a"
                            + " second in, 5 calls or 2 MB a second out.")
    private boolean kinesisLimits;

    @Option(
            names = "--with-parent",
            description = "Stop when the process that started this one ends, however it ends.")
    private boolean withParent;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(
                new CommandLine(new Main())
                        .setExecutionExceptionHandler((failure, command, parsed) -> fail(failure))
                        .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var end = end();
        var aws =
                LocalAws.start(
                        new LocalAwsSettings(
                                host,
                                port,
                                templates,
                                parameters,
                                data,
                                kinesisMegabytes << 20,
                                kinesisLimits));
        Runtime.getRuntime().addShutdownHook(new Thread(aws::close, "shutdown"));
        System.out.println("READY " + aws.endpoint());
        end.join();
        return 0;
    }

    /**
     * Comes with the parent's end if that is wanted; else only a signal ends this process. To be
     * called before READY is said: who waits for that may end at once, and an orphan's parent is
     * the system's first process, which never ends.
     */
    private CompletableFuture<?> end() {
        Optional<ProcessHandle> parent =
                withParent ? ProcessHandle.current().parent() : Optional.empty();
        return parent.map(ProcessHandle::onExit).orElseGet(CompletableFuture::new);
    }

    private static int fail(Exception failure) {
        log.debug("Start failed", failure);
        System.err.println(failure.getMessage());
        return 1;
    }
}
