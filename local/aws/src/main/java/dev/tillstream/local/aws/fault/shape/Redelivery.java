package dev.tillstream.local.aws.fault.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages that a queue gives once more, or later than others. They are in flight in the queue
 * itself, so that what is lost here, or has no room, becomes visible again by its timeout.
 */
public final class Redelivery {

    private static final int MOST_PER_QUEUE = 1_000;
    private static final int MOST_HANDLES = 10_000;
    private static final String RECEIVES = "ApproximateReceiveCount";

    private final Map<String, Deque<JsonNode>> due = new HashMap<>();
    private final Map<String, Deque<JsonNode>> held = new HashMap<>();
    private final Set<String> handlesGivenAgain =
            Collections.newSetFromMap(
                    new LinkedHashMap<>() {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > MOST_HANDLES;
                        }
                    });

    /** The next receive of the queue gets this message again, as the next one of its receives. */
    public synchronized void again(String queue, JsonNode message) {
        ObjectNode copy = (ObjectNode) message.deepCopy();
        if (copy.path("Attributes") instanceof ObjectNode attributes && attributes.has(RECEIVES)) {
            int receives = Integer.parseInt(attributes.path(RECEIVES).asString());
            attributes.put(RECEIVES, Integer.toString(receives + 1));
        }
        add(due, queue, copy);
        handlesGivenAgain.add(message.path("ReceiptHandle").asString(""));
    }

    /** Such a message may be deleted more than once: on AWS that succeeds. */
    public synchronized boolean gaveAgain(String receiptHandle) {
        return handlesGivenAgain.contains(receiptHandle);
    }

    /** This message comes after those of the next receive. */
    public synchronized void later(String queue, JsonNode message) {
        add(held, queue, message);
    }

    /** What is to be given at once. */
    public synchronized List<JsonNode> takeDue(String queue, int most) {
        return take(due, queue, most);
    }

    public synchronized boolean holds(String queue) {
        return held.containsKey(queue);
    }

    /** What follows the messages just received; for what has no room the time has come, too. */
    public synchronized List<JsonNode> takeHeld(String queue, int room) {
        List<JsonNode> taken = take(held, queue, room);
        for (JsonNode left : take(held, queue, MOST_PER_QUEUE)) {
            add(due, queue, left);
        }
        return taken;
    }

    /** The queue is emptied or deleted. */
    public synchronized void forget(String queue) {
        due.remove(queue);
        held.remove(queue);
    }

    private static void add(Map<String, Deque<JsonNode>> queues, String queue, JsonNode message) {
        Deque<JsonNode> messages = queues.computeIfAbsent(queue, name -> new ArrayDeque<>());
        if (messages.size() < MOST_PER_QUEUE) {
            messages.add(message);
        }
    }

    private static List<JsonNode> take(
            Map<String, Deque<JsonNode>> queues, String queue, int most) {
        List<JsonNode> taken = new ArrayList<>();
        Deque<JsonNode> messages = queues.getOrDefault(queue, new ArrayDeque<>());
        while (taken.size() < most && !messages.isEmpty()) {
            taken.add(messages.remove());
        }
        if (messages.isEmpty()) {
            queues.remove(queue);
        }
        return taken;
    }
}
