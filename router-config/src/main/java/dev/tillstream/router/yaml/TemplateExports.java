package dev.tillstream.router.yaml;

import dev.tillstream.router.route.Export;
import dev.tillstream.router.route.value.Value;
import dev.tillstream.router.route.verify.Exports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The outputs of the runtime templates, read from their folder. */
public final class TemplateExports implements Exports {

    private final Path folder;
    private final Map<String, Set<String>> outputs = new HashMap<>();

    public TemplateExports(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean contains(Export export) {
        return outputs.computeIfAbsent(export.template(), this::outputs).contains(export.output());
    }

    private Set<String> outputs(String template) {
        Path file = folder.resolve(template + ".yaml");
        try {
            return Document.read(Files.readString(file))
                    .root()
                    .field("Outputs")
                    .map(outputs ->
                            outputs instanceof Value.Fields(var names) ? names.keySet() : null)
                    .map(Set::copyOf)
                    .orElse(Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the template " + file, e);
        }
    }
}
