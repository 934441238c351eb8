package dev.tillstream.local.aws.eventbridge;

import dev.tillstream.local.aws.eventbridge.rule.Bus;
import dev.tillstream.local.aws.eventbridge.rule.Buses;
import dev.tillstream.local.aws.protocol.Input;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operations on event buses. */
final class BusOperations {

    private final Buses buses;

    BusOperations(Buses buses) {
        this.buses = buses;
    }

    JsonNode create(Input input) {
        input.allowing("Name", "Description", "Tags");
        String name = input.text("Name");
        if (!name.matches("[.\\-_A-Za-z0-9]{1,256}")) {
            throw Input.invalid(
                    "Event bus name " + name + " must be 1 to 256 of A-Z a-z 0-9 . - _");
        }
        return JsonNodeFactory.instance.objectNode().put("EventBusArn", buses.create(name).arn());
    }

    JsonNode describe(Input input) {
        return describe(buses.get(input.allowing("Name").optionalText("Name")));
    }

    JsonNode list(Input input) {
        String prefix = input.allowing("NamePrefix").optionalText("NamePrefix").orElse("");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("EventBuses");
        buses.all().stream()
                .filter(bus -> bus.name().startsWith(prefix))
                .map(BusOperations::describe)
                .forEach(list::add);
        return answer;
    }

    /** Deleting what is not there succeeds, as on AWS. */
    JsonNode delete(Input input) {
        String name = input.allowing("Name").text("Name");
        if (name.equals("default")) {
            throw Input.invalid("Cannot delete event bus default.");
        }
        buses.find(Optional.of(name))
                .ifPresent(bus -> {
                    if (!bus.rules().isEmpty()) {
                        throw Input.invalid(
                                "Event bus " + name + " can't be deleted since it has rules.");
                    }
                    buses.delete(bus.name());
                });
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode describe(Bus bus) {
        return JsonNodeFactory.instance.objectNode().put("Name", bus.name()).put("Arn", bus.arn());
    }
}
