package dev.tillstream.analytics.http;

import static dev.tillstream.analytics.view.ViewFixture.EVENTS_BY_TYPE;
import static dev.tillstream.analytics.view.ViewFixture.PIECES;
import static dev.tillstream.analytics.view.ViewFixture.SALES_BY_CATEGORY;
import static dev.tillstream.analytics.view.ViewFixture.SALES_REVENUE;

import dev.tillstream.analytics.history.History;
import dev.tillstream.analytics.history.InMemoryHistory;
import dev.tillstream.analytics.live.LiveFixture;
import dev.tillstream.analytics.live.LiveSettings;
import dev.tillstream.analytics.live.LiveViews;
import dev.tillstream.analytics.view.Views;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** All that the controllers ask, in memory, at noon. */
@TestConfiguration(proxyBeanMethods = false)
@Import(ViewQueries.class)
class ReadFakes {

    @Bean
    InMemoryHistory history() {
        return new InMemoryHistory();
    }

    @Bean
    Views views() {
        return new Views(List.of(SALES_REVENUE, SALES_BY_CATEGORY, EVENTS_BY_TYPE, PIECES));
    }

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(Instant.parse("2026-11-21T12:00:30Z"));
    }

    @Bean
    LiveSettings liveSettings() {
        return LiveFixture.SETTINGS;
    }

    @Bean
    LiveViews live(History history, InstantSource clock) {
        return LiveFixture.views(history, clock);
    }
}
