package dev.tillstream.warehouse.bus;

import dev.tillstream.warehouse.stock.alarm.Thresholds;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * When a level is low.
 *
 * @param low levels below this many pieces are; 0 for none
 * @param lowOfCategory the same for products of some categories
 */
@ConfigurationProperties("tillstream.warehouse.thresholds")
@Validated
record ThresholdSettings(
        @Min(0) @Max(1_000_000_000) int low, @Nullable Map<String, Integer> lowOfCategory) {

    Thresholds thresholds() {
        return new Thresholds(low, lowOfCategory == null ? Map.of() : lowOfCategory);
    }
}
