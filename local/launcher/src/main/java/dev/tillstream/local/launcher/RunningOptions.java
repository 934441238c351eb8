package dev.tillstream.local.launcher;

import dev.tillstream.local.launcher.house.Addresses;
import dev.tillstream.local.launcher.house.Ports;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Tillstream runs already, for example by docker compose. */
final class RunningOptions {

    private static final Addresses USUAL = Ports.USUAL.addresses();

    @Option(
            names = "--running",
            description = "Send it to what runs already (docker compose up), on the usual ports")
    private boolean chosen;

    @Option(names = "--ingest-url", paramLabel = "URL", description = "With --running: of ingest")
    private @Nullable URI ingest;

    @Option(
            names = "--dispatch-url",
            paramLabel = "URL",
            description = "With --running: of dispatch")
    private @Nullable URI dispatch;

    @Option(
            names = "--warehouse-url",
            paramLabel = "URL",
            description = "With --running: of warehouse")
    private @Nullable URI warehouse;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "With --running: of the AWS to audit")
    private @Nullable URI aws;

    boolean isChosen() {
        return chosen;
    }

    Addresses addresses() {
        return new Addresses(
                or(ingest, USUAL.ingest()),
                or(dispatch, USUAL.dispatch()),
                or(warehouse, USUAL.warehouse()),
                or(aws, USUAL.aws()));
    }

    private static URI or(@Nullable URI given, URI usual) {
        return given == null ? usual : given;
    }
}
