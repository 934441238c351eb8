package dev.tillstream.analytics;

import dev.tillstream.analytics.revenue.RevenueView.Returns;
import dev.tillstream.analytics.revenue.Rules;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is summed, and when it is published.
 *
 * @param view the name under which windows are stored
 * @param returns what a return does to the revenue
 * @param grace how far a store's watermark must pass a window's end until the window closes
 * @param idle how long a store must be silent until the clock closes its windows instead
 * @param future how far an event's time may lie beyond its arrival
 * @param openWindows how many windows a shard keeps in memory
 */
@Validated
@ConfigurationProperties("tillstream.analytics.revenue")
record RevenueSettings(
        @DefaultValue("sales_revenue") @Pattern(regexp = "[a-z0-9_-]+") String view,
        @DefaultValue("subtract") Returns returns,
        @DefaultValue("10s") @DurationMin Duration grace,
        @DefaultValue("5s") @DurationMin Duration idle,
        @DefaultValue("10m") @DurationMin Duration future,
        @DefaultValue("20000") @Min(1) int openWindows) {

    Rules rules() {
        return new Rules(grace, idle, future, openWindows);
    }
}
