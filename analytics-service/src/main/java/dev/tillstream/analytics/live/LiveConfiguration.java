package dev.tillstream.analytics.live;

import dev.tillstream.analytics.history.History;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for news of views that are watched. */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    LiveViews liveViews(
            History history, LiveSettings settings, InstantSource clock, MeterRegistry registry) {
        return new LiveViews(history, settings, clock, registry);
    }
}
