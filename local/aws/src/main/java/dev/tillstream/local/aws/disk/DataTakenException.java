package dev.tillstream.local.aws.disk;

import java.io.IOException;
import java.nio.file.Path;

/** Says in one line that another process works in the folder. */
public final class DataTakenException extends IOException {

    private static final long serialVersionUID = 1L;

    DataTakenException(Path folder) {
        super(
                "%s is in use by another embedded AWS. Stop that one or choose another folder with --data."
                        .formatted(folder));
    }
}
