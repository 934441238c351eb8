package dev.tillstream.local.aws.eventbridge.delivery;

import dev.tillstream.local.aws.eventbridge.target.Message;
import dev.tillstream.local.aws.eventbridge.target.Refusal;
import dev.tillstream.local.aws.eventbridge.target.RefusedException;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends deliveries by one port and answers, by position, which were refused and why. */
record Sender(TargetPort port, Sender.Content content) {

    /** What a delivery is as a message; refused when the event lacks a part the target asks for. */
    interface Content {
        Message of(Delivery delivery) throws RefusedException;
    }

    Map<Integer, Refusal> send(List<Delivery> deliveries) throws InterruptedException {
        Map<Integer, Refusal> refused = new HashMap<>();
        Call call = new Call();
        for (int i = 0; i < deliveries.size(); i++) {
            try {
                Message message = content.of(deliveries.get(i));
                if (!call.hasRoomFor(message, port.limits())) {
                    refused.putAll(send(call));
                    call = new Call();
                }
                call.add(i, message);
            } catch (RefusedException e) {
                refused.put(i, e.refusal());
            }
        }
        refused.putAll(send(call));
        return refused;
    }

    private Map<Integer, Refusal> send(Call call) throws InterruptedException {
        if (call.messages.isEmpty()) {
            return Map.of();
        }
        Map<Integer, Refusal> refused = sendOnce(call.messages);
        boolean oneMayHaveSpoiltAll =
                call.messages.size() > 1
                        && refused.size() == call.messages.size()
                        && refused.values().stream().noneMatch(Refusal::retriable);
        return call.atPositions(oneMayHaveSpoiltAll ? sendEach(call.messages) : refused);
    }

    private Map<Integer, Refusal> sendEach(List<Message> messages) throws InterruptedException {
        Map<Integer, Refusal> refused = new HashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            Refusal refusal = sendOnce(List.of(messages.get(i))).get(0);
            if (refusal != null) {
                refused.put(i, refusal);
            }
        }
        return refused;
    }

    private Map<Integer, Refusal> sendOnce(List<Message> messages) throws InterruptedException {
        try {
            return port.send(messages);
        } catch (RefusedException e) {
            return all(messages, e.refusal());
        } catch (RuntimeException e) {
            return all(messages, new Refusal("INTERNAL_ERROR", e.toString(), true));
        }
    }

    private static Map<Integer, Refusal> all(List<Message> messages, Refusal refusal) {
        Map<Integer, Refusal> refused = new HashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            refused.put(i, refusal);
        }
        return refused;
    }

    /** The messages of one call, with the positions they had among all deliveries. */
    private static final class Call {
        private final List<Message> messages = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private long bytes;

        boolean hasRoomFor(Message message, TargetPort.Limits limits) {
            return messages.isEmpty()
                    || (messages.size() < limits.messages()
                            && bytes + message.size() <= limits.bytes());
        }

        void add(int position, Message message) {
            positions.add(position);
            messages.add(message);
            bytes += message.size();
        }

        Map<Integer, Refusal> atPositions(Map<Integer, Refusal> refused) {
            Map<Integer, Refusal> result = new HashMap<>();
            refused.forEach((i, refusal) -> result.put(positions.get(i), refusal));
            return result;
        }
    }
}
