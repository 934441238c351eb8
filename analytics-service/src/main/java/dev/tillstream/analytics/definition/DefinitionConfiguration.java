package dev.tillstream.analytics.definition;

import dev.tillstream.analytics.view.Views;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Provides the views, or ends the start with what is wrong with them. */
@Configuration(proxyBeanMethods = false)
class DefinitionConfiguration {

    @Bean
    Views views(Environment environment) {
        return new ViewsReader(Binder.get(environment)).read();
    }
}
