package dev.tillstream.local.aws;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to run the embedded AWS.
 *
 * @param host name or address to listen on
 * @param port public port; 0 takes any free one
 * @param templates folder of CloudFormation templates to deploy, none if null
 * @param parameters values for the templates' parameters, by name
 * @param data folder that keeps everything from one run to the next, memory only if null
 * @param kinesisBytes what all streams together may hold; beyond it the oldest records go
 * @param kinesisLimits whether AWS's limits of a shard hold
 */
public record LocalAwsSettings(
        String host,
        int port,
        @Nullable Path templates,
        Map<String, String> parameters,
        @Nullable Path data,
        long kinesisBytes,
        boolean kinesisLimits) {

    public static final String LOOPBACK = "127.0.0.1";

    public LocalAwsSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
        }
        if (kinesisBytes <= 0) {
            throw new IllegalArgumentException(
                    "The memory for Kinesis must be positive, not " + kinesisBytes);
        }
        parameters = Map.copyOf(parameters);
    }

    /** On loopback, without limits of a shard. */
    public LocalAwsSettings(
            int port, @Nullable Path templates, Map<String, String> parameters, long kinesisBytes) {
        this(LOOPBACK, port, templates, parameters, null, kinesisBytes, false);
    }
}
