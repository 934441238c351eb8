package dev.tillstream.local.aws;

import java.io.IOException;

/** Says in one line which port is taken, by whom if that can be told, and what to do. */
public final class PortTakenException extends IOException {

    private static final long serialVersionUID = 1L;

    PortTakenException(String host, int port, IOException cause) {
        super(
                "Port %d of %s can't be taken (%s)%s. Stop that process or choose another port with --port (0 takes any free one)."
                        .formatted(
                                port,
                                host,
                                cause.getMessage(),
                                PortOwner.of(port)
                                        .map(owner -> ": " + owner + " listens there")
                                        .orElse("")),
                cause);
    }
}
