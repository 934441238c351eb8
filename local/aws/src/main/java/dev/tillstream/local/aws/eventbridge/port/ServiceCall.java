package dev.tillstream.local.aws.eventbridge.port;

import dev.tillstream.local.aws.eventbridge.target.Refusal;
import dev.tillstream.local.aws.eventbridge.target.RefusedException;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.JsonService;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A batch call on a service of this process; its errors become refusals. */
record ServiceCall(JsonService service, String operation, String results) {

    /** Answers the refused entries by position: those whose result carries an error code. */
    Map<Integer, Refusal> send(JsonNode input) throws RefusedException {
        Map<Integer, Refusal> refused = new HashMap<>();
        int position = 0;
        for (JsonNode result : call(input).path(results)) {
            if (result.hasNonNull("ErrorCode")) {
                // Per-record errors of both services are throttling or internal: always worth a
                // retry.
                refused.put(
                        position,
                        Refusal.of(
                                500,
                                result.path("ErrorCode").asString(),
                                result.path("ErrorMessage").asString("")));
            }
            position++;
        }
        return refused;
    }

    private JsonNode call(JsonNode input) throws RefusedException {
        try {
            return service.handle(operation, input);
        } catch (AwsException e) {
            String message = String.valueOf(e.getMessage());
            throw new RefusedException(
                    e.code().equals("ResourceNotFoundException")
                            ? Refusal.noResource(message)
                            : Refusal.of(e.status(), e.code(), message));
        }
    }
}
