package dev.tillstream.analytics.quarantine;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts the quarantine into S3. */
@Configuration(proxyBeanMethods = false)
class QuarantineConfiguration {

    @Bean
    Quarantines quarantines(S3Client s3, QuarantineSettings settings, InstantSource clock) {
        return (stream, shard) ->
                new S3Quarantine(s3, settings, stream, shard, clock, UUID::randomUUID);
    }
}
