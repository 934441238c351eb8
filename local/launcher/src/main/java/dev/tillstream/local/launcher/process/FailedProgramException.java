package dev.tillstream.local.launcher.process;

import java.io.Serial;

/** A program can't be kept running; the message names it, the reason and its log. */
public final class FailedProgramException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    FailedProgramException(Program program, String reason) {
        super("%s %s; its log: %s".formatted(program.name(), reason, program.log()));
    }
}
