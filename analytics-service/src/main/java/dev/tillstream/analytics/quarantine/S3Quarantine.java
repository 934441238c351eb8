package dev.tillstream.analytics.quarantine;

import dev.tillstream.analytics.window.Quarantine;
import dev.tillstream.analytics.window.Rejection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Keeps rejected records of one shard as objects of one JSON object a line.
 *
 * <p>No object is ever written over: after a crash the same record may stand in two of them.
 */
final class S3Quarantine implements Quarantine {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu/MM/dd/HH", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final S3Client s3;
    private final QuarantineSettings settings;
    private final RejectionJson json;
    private final String name;
    private final InstantSource clock;
    private final Supplier<UUID> ids;

    S3Quarantine(
            S3Client s3,
            QuarantineSettings settings,
            String stream,
            String shard,
            InstantSource clock,
            Supplier<UUID> ids) {
        this.s3 = s3;
        this.settings = settings;
        this.json = new RejectionJson(stream, shard);
        this.name = stream + "-" + shard;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public void keep(List<Rejection> rejections) {
        String lines =
                rejections.stream()
                        .map(rejection -> json.write(rejection) + "\n")
                        .collect(Collectors.joining());
        s3.putObject(
                put ->
                        put.bucket(settings.bucket())
                                .key(key(clock.instant()))
                                .contentType("application/x-ndjson"),
                RequestBody.fromString(lines));
    }

    /** By the hour of the writing, as delivery streams do it. */
    private String key(Instant now) {
        return "%s%s/%s-%s.ndjson".formatted(settings.prefix(), HOUR.format(now), name, ids.get());
    }
}
