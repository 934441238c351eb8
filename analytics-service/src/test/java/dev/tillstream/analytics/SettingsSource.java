package dev.tillstream.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** Binds settings as Boot does, without starting anything. */
public final class SettingsSource {

    private SettingsSource() {}

    public static <T> T defaults(Class<T> type, String prefix) {
        return given(type, prefix, Map.of());
    }

    public static <T> T given(Class<T> type, String prefix, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate(prefix, Bindable.of(type));
    }

    /** As application.yaml says for everybody. */
    public static <T> T shipped(Class<T> type, String prefix) {
        return bind(type, prefix, documents().getFirst());
    }

    /** As application.yaml says for the local profile. */
    public static <T> T local(Class<T> type, String prefix) {
        return bind(type, prefix, documents().reversed().toArray(PropertySource<?>[]::new));
    }

    private static <T> T bind(Class<T> type, String prefix, PropertySource<?>... documents) {
        return new Binder(
                        ConfigurationPropertySources.from(List.of(documents)),
                        new PropertySourcesPlaceholdersResolver(List.of(documents)))
                .bindOrCreate(prefix, Bindable.of(type));
    }

    private static List<PropertySource<?>> documents() {
        try {
            return new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
