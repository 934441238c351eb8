package dev.tillstream.access.http;

import dev.tillstream.access.known.Freshness;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where keys are kept, and how long an answer is relied on. Each has an environment variable, such
 * as {@code TILLSTREAM_ACCESS_TABLE}.
 *
 * @param table of the keys
 * @param fresh after this a key is looked up again, so a revocation is seen by then
 * @param unknownFor how long an id that isn't in the table is refused without a look
 * @param outage how long keys that were good stay so while the table can't be asked
 * @param size the most keys remembered
 * @param lookups the most lookups at once
 * @param timeout of one lookup, its retry included
 */
@Validated
@ConfigurationProperties("tillstream.access")
record AccessSettings(
        @DefaultValue("tillstream-store-keys") @NotBlank String table,
        @DefaultValue("10s") Duration fresh,
        @DefaultValue("5s") Duration unknownFor,
        @DefaultValue("15m") Duration outage,
        @DefaultValue("10000") @Min(1) int size,
        @DefaultValue("16") @Min(1) int lookups,
        @DefaultValue("2s") Duration timeout) {

    Freshness freshness() {
        return new Freshness(fresh, unknownFor, outage, size, lookups);
    }
}
