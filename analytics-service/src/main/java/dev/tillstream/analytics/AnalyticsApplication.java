package dev.tillstream.analytics;

import dev.tillstream.analytics.local.AnalyticsCommand;
import dev.tillstream.api.ProblemAdvice;
import java.util.Arrays;
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

    /** The service; or, where the first argument is {@code analytics}, that command instead. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(AnalyticsCommand.NAME)) {
            System.exit(AnalyticsCommand.execute(Arrays.copyOfRange(args, 1, args.length)));
        }
        SpringApplication.run(AnalyticsApplication.class, args);
    }
}
