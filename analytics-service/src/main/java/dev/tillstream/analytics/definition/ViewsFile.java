package dev.tillstream.analytics.definition;

import dev.tillstream.analytics.view.InvalidViewException;
import dev.tillstream.analytics.view.Views;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A {@code views.yaml}, read as the service reads it, for those who start no service. */
public final class ViewsFile {

    private ViewsFile() {}

    /** The views that are in the jar. */
    public static Views shipped() throws IOException {
        return read(new ClassPathResource("views.yaml"));
    }

    /**
     * The views of a file.
     *
     * @throws IOException if it can't be read or is no YAML
     * @throws InvalidViewException for the first view that can't be
     */
    public static Views read(Path file) throws IOException {
        return read(new FileSystemResource(file));
    }

    static Views read(Resource yaml) throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("views", yaml)
                .forEach(environment.getPropertySources()::addLast);
        return new ViewsReader(Binder.get(environment)).read();
    }
}
