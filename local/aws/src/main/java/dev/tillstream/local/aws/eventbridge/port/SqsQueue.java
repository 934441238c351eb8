package dev.tillstream.local.aws.eventbridge.port;

import dev.tillstream.local.aws.eventbridge.target.Arn;
import dev.tillstream.local.aws.eventbridge.target.Message;
import dev.tillstream.local.aws.eventbridge.target.Refusal;
import dev.tillstream.local.aws.eventbridge.target.RefusedException;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An SQS queue, written over HTTP by the JSON protocol as any client would. */
final class SqsQueue implements TargetPort {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    // 10 messages a batch; 256 KB is what every SQS accepts, AWS itself up to 1 MB.
    private static final Limits LIMITS = new Limits(10, 262_144);

    private final HttpClient http;
    private final URI endpoint;
    private final Arn arn;

    SqsQueue(HttpClient http, URI endpoint, Arn arn) {
        this.http = http;
        this.endpoint = endpoint;
        this.arn = arn;
    }

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public Map<Integer, Refusal> send(List<Message> messages)
            throws RefusedException, InterruptedException {
        HttpResponse<String> response = post(body(messages));
        JsonNode answer = json(response);
        if (response.statusCode() != 200) {
            throw new RefusedException(refusal(response.statusCode(), answer));
        }
        Map<Integer, Refusal> refused = new HashMap<>();
        for (JsonNode failed : answer.path("Failed")) {
            refused.put(
                    Integer.parseInt(failed.path("Id").stringValue()),
                    Refusal.of(
                            failed.path("SenderFault").asBoolean(false) ? 400 : 500,
                            failed.path("Code").asString("Unknown"),
                            failed.path("Message").asString("")));
        }
        return refused;
    }

    private HttpResponse<String> post(ObjectNode body)
            throws RefusedException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint.resolve("/"))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "AmazonSQS.SendMessageBatch")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (HttpTimeoutException e) {
            throw new RefusedException(new Refusal("TIMEOUT", message(e), true));
        } catch (IOException e) {
            throw new RefusedException(new Refusal("CONNECTION_FAILURE", message(e), true));
        }
    }

    private ObjectNode body(List<Message> messages) {
        ObjectNode body = JSON.createObjectNode();
        body.put("QueueUrl", endpoint.resolve("/" + arn.account() + "/" + arn.name()).toString());
        ArrayNode entries = body.putArray("Entries");
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            ObjectNode entry = entries.addObject();
            entry.put("Id", Integer.toString(i)).put("MessageBody", message.body());
            if (!message.attributes().isEmpty()) {
                ObjectNode attributes = entry.putObject("MessageAttributes");
                message.attributes()
                        .forEach((name, value) ->
                                attributes
                                        .putObject(name)
                                        .put("DataType", "String")
                                        .put("StringValue", value));
            }
        }
        return body;
    }

    private Refusal refusal(int status, JsonNode answer) {
        String type = answer.path("__type").asString("Status" + status);
        String code = type.substring(type.indexOf('#') + 1);
        String message = answer.path("message").asString(answer.path("Message").asString(""));
        return code.contains("QueueDoesNotExist") || code.contains("NonExistentQueue")
                ? Refusal.noResource(arn + " does not exist")
                : Refusal.of(status, code, message);
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            return JSON.createObjectNode().put("message", response.body());
        }
    }

    private static String message(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
