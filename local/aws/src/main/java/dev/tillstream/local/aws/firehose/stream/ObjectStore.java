package dev.tillstream.local.aws.firehose.stream;

import java.io.IOException;

/** Where objects are written to. */
public interface ObjectStore {

    /** Writes a whole object; writing it again is harmless. */
    void put(String bucket, String key, byte[] body) throws IOException, InterruptedException;
}
