package dev.tillstream.analytics;

import dev.tillstream.api.ProblemAdvice;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Revenue per store and minute: at least once in from Kinesis, exact totals out to Firehose. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@Import(ProblemAdvice.class)
final class AnalyticsApplication {

    private AnalyticsApplication() {}

    public static void main(String[] args) {
        SpringApplication.run(AnalyticsApplication.class, args);
    }
}
