package dev.tillstream.producer.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How events are sent over HTTP.
 *
 * @param ingest where ingest listens, for example {@code http://127.0.0.1:8080}
 * @param inFlight requests under way at once
 * @param attempts how often an event is sent at most
 * @param timeout how long an answer may take
 * @param firstPause before the second attempt, on average; each further pause is twice as long
 * @param longestPause no pause is longer, whatever the receiver asks for
 */
public record HttpSettings(
        URI ingest,
        int inFlight,
        int attempts,
        Duration timeout,
        Duration firstPause,
        Duration longestPause) {

    public HttpSettings {
        if (ingest.getHost() == null || !List.of("http", "https").contains(ingest.getScheme())) {
            throw new IllegalArgumentException("must be an http or https address, is " + ingest);
        }
        if (inFlight < 1 || attempts < 1) {
            throw new IllegalArgumentException("requests in flight and attempts must be positive");
        }
    }

    /** For somebody who has all the time in the world. */
    public static HttpSettings endless(URI ingest) {
        HttpSettings patient = of(ingest);
        return new HttpSettings(
                ingest,
                patient.inFlight,
                Integer.MAX_VALUE,
                patient.timeout,
                patient.firstPause,
                patient.longestPause);
    }

    /** Patient enough for a receiver that restarts: about a minute. */
    public static HttpSettings of(URI ingest) {
        return new HttpSettings(
                ingest,
                4,
                12,
                Duration.ofSeconds(30),
                Duration.ofMillis(200),
                Duration.ofSeconds(10));
    }
}
