package dev.tillstream.local.aws.ssm;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.disk.Shelf;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parameters on disk, each with all its versions. */
final class ParameterShelf {

    private final Shelf<String> parameters;

    ParameterShelf(Disk disk) {
        parameters = disk.named("ssm.parameters");
    }

    void save(String name, List<Parameter> versions) {
        parameters.put(name, () -> write(versions));
    }

    void remove(String name) {
        parameters.remove(name);
    }

    void forEach(BiConsumer<String, List<Parameter>> use) {
        parameters.forEach((name, node) ->
                use.accept(
                        name,
                        node.path("versions")
                                .valueStream()
                                .map(version -> read(name, version))
                                .toList()));
    }

    private static ObjectNode write(List<Parameter> versions) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode array = node.putArray("versions");
        versions.forEach(parameter ->
                array.addObject()
                        .put("type", parameter.type())
                        .put("value", parameter.value())
                        .put("version", parameter.version())
                        .put("description", parameter.description())
                        .set("modified", Timestamps.node(parameter.modified())));
        return node;
    }

    private static Parameter read(String name, JsonNode node) {
        return new Parameter(
                name,
                node.path("type").stringValue(),
                node.path("value").stringValue(),
                node.path("version").intValue(),
                node.path("description").stringValue(null),
                Timestamps.read(node.path("modified")));
    }
}
