package dev.tillstream.analytics.definition;

import dev.tillstream.analytics.view.InvalidViewException;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Reads {@code tillstream.analytics.views}, and says by name which view has which field wrong. */
final class ViewsReader {

    static final String PREFIX = "tillstream.analytics.views";

    private static final Pattern PLACE = Pattern.compile("\\[(\\d+)]\\.?(.*)");

    private final Binder binder;

    ViewsReader(Binder binder) {
        this.binder = binder;
    }

    /**
     * The views.
     *
     * @throws InvalidViewException for the first that can't be, an unknown field included
     */
    Views read() {
        List<View> views = new ArrayList<>();
        List<ViewSettings> settings = settings();
        for (int i = 0; i < settings.size(); i++) {
            views.add(settings.get(i).view(placeOf(i)));
        }
        return new Views(views);
    }

    private List<ViewSettings> settings() {
        try {
            return binder.bind(
                            ConfigurationPropertyName.of(PREFIX),
                            Bindable.listOf(ViewSettings.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, source -> true))
                    .orElse(List.of());
        } catch (BindException e) {
            throw explained(e);
        }
    }

    private InvalidViewException explained(BindException e) {
        Throwable cause = e;
        while (cause.getCause() != null
                && !(cause instanceof UnboundConfigurationPropertiesException)) {
            cause = cause.getCause();
        }
        if (cause instanceof UnboundConfigurationPropertiesException unknown) {
            String name = unknown.getUnboundProperties().iterator().next().getName().toString();
            return invalid(name, "is unknown");
        }
        return invalid(
                e.getName().toString(),
                "can't be read: " + Objects.requireNonNullElse(cause.getMessage(), ""));
    }

    private InvalidViewException invalid(String property, String reason) {
        Matcher place = PLACE.matcher(property.substring(PREFIX.length()));
        if (!place.matches()) {
            return new InvalidViewException("(any)", property, reason);
        }
        int index = Integer.parseInt(place.group(1));
        String name =
                binder.bind(PREFIX + "[" + index + "].name", String.class).orElse(placeOf(index));
        return new InvalidViewException(
                name, place.group(2).isEmpty() ? "(all of it)" : place.group(2), reason);
    }

    private static String placeOf(int index) {
        return "number " + (index + 1);
    }
}
