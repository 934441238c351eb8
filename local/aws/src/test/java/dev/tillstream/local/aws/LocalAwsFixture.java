package dev.tillstream.local.aws;

import java.util.Map;

/** An embedded AWS inside the test's own process. */
public final class LocalAwsFixture {

    private LocalAwsFixture() {}

    public static LocalAws start() throws Exception {
        return LocalAws.start(new LocalAwsSettings(0, null, Map.of(), 64 << 20));
    }
}
