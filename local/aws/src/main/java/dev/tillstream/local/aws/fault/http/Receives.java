package dev.tillstream.local.aws.fault.http;

import dev.tillstream.local.aws.fault.Fault;
import dev.tillstream.local.aws.fault.FaultKind;
import dev.tillstream.local.aws.fault.Faults;
import dev.tillstream.local.aws.fault.seen.SeenCall;
import dev.tillstream.local.aws.fault.shape.Redelivery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** SQS: messages come again with the next receive, or after messages that were sent later. */
final class Receives {

    private final Faults faults;
    private final Redelivery redelivery = new Redelivery();

    Receives(Faults faults) {
        this.faults = faults;
    }

    boolean handle(SeenCall seen, Request request, TreeReply reply, Handler handler)
            throws Exception {
        String queue = seen.resource();
        switch (seen.call().operation()) {
            case "ReceiveMessage" -> {
                // A FIFO queue keeps its order and delivers once.
                if (!queue.endsWith(".fifo")) {
                    return receive(seen, request, reply, handler);
                }
            }
            case "DeleteMessage" -> {
                if (redelivery.gaveAgain(seen.input().path("ReceiptHandle").asString(""))) {
                    return reply.forgiven(request, handler);
                }
            }
            case "DeleteMessageBatch" -> {
                return reply.edited(request, handler, answer -> deleted(seen.input(), answer));
            }
            case "PurgeQueue", "DeleteQueue" -> redelivery.forget(queue);
            default -> {
                // Nothing else touches what was received.
            }
        }
        return handler.handle(request, reply.response(), reply.callback());
    }

    private boolean receive(SeenCall seen, Request request, TreeReply reply, Handler handler)
            throws Exception {
        String queue = seen.resource();
        int most = seen.input().path("MaxNumberOfMessages").asInt(1);
        List<JsonNode> due = redelivery.takeDue(queue, most);
        if (!due.isEmpty()) {
            reply.send(answer(JsonNodeFactory.instance.objectNode(), due));
            return true;
        }
        Request asked = request;
        if (redelivery.holds(queue)) {
            // What is held must not wait as long as a poll.
            ObjectNode input = seen.input().deepCopy().put("WaitTimeSeconds", 0);
            asked = new BufferedRequest(request, reply.format().write(input));
        }
        return reply.edited(asked, handler, answer -> edit(seen, most, answer));
    }

    /** The engine refuses to delete what is deleted; AWS doesn't. */
    private ObjectNode deleted(JsonNode input, ObjectNode answer) {
        Set<String> again = new HashSet<>();
        for (JsonNode entry : input.path("Entries")) {
            if (redelivery.gaveAgain(entry.path("ReceiptHandle").asString(""))) {
                again.add(entry.path("Id").asString(""));
            }
        }
        ArrayNode failed = JsonNodeFactory.instance.arrayNode();
        for (JsonNode failure : answer.path("Failed")) {
            String id = failure.path("Id").asString("");
            if (again.contains(id)) {
                answer.withArray("Successful").addObject().put("Id", id);
            } else {
                failed.add(failure);
            }
        }
        answer.set("Failed", failed);
        return answer;
    }

    private ObjectNode edit(SeenCall seen, int most, ObjectNode answer) {
        String queue = seen.resource();
        List<JsonNode> messages =
                new ArrayList<>(
                        StreamSupport.stream(answer.path("Messages").spliterator(), false)
                                .toList());
        if (redelivery.holds(queue)) {
            messages.addAll(redelivery.takeHeld(queue, most - messages.size()));
        } else if (!messages.isEmpty()) {
            Optional<Fault> mixed = faults.strike(seen.call(), FaultKind.REORDER);
            if (mixed.isPresent()) {
                messages = reordered(mixed.get(), queue, messages);
            }
        }
        if (!messages.isEmpty() && faults.strike(seen.call(), FaultKind.DUPLICATE).isPresent()) {
            messages.forEach(message -> redelivery.again(queue, message));
        }
        return answer(answer, messages);
    }

    /** A single message can only be overtaken by those of the next receive. */
    private List<JsonNode> reordered(Fault fault, String queue, List<JsonNode> messages) {
        if (messages.size() == 1) {
            redelivery.later(queue, messages.getFirst());
            return List.of();
        }
        return fault.order(messages.size()).stream().map(messages::get).toList();
    }

    private static ObjectNode answer(ObjectNode answer, List<JsonNode> messages) {
        answer.remove("Messages");
        if (!messages.isEmpty()) {
            answer.putArray("Messages").addAll(messages);
        }
        return answer;
    }
}
