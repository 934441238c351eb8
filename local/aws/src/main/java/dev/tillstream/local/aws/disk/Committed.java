package dev.tillstream.local.aws.disk;

import dev.tillstream.local.aws.protocol.JsonService;
import tools.jackson.databind.JsonNode;

/**
 * A service that answers only when what the answer tells is on disk. That holds for reads too: what
 * a reader has seen must not be gone after a crash because its writer was still waiting.
 */
public record Committed(JsonService service, Disk disk) implements JsonService {

    @Override
    public String targetPrefix() {
        return service.targetPrefix();
    }

    @Override
    public JsonNode handle(String operation, JsonNode input) {
        try {
            return service.handle(operation, input);
        } finally {
            disk.commit();
        }
    }
}
