package dev.tillstream.local.aws.page;

import dev.tillstream.local.aws.eventbridge.target.Arn;
import dev.tillstream.local.aws.eventbridge.target.Message;
import dev.tillstream.local.aws.eventbridge.target.Refusal;
import dev.tillstream.local.aws.eventbridge.target.RefusedException;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import dev.tillstream.local.aws.page.RecentEvents.Outcome;
import java.util.List;
import java.util.Map;

/** Tells what became of each message that is sent to a target. */
public final class WatchedPort implements TargetPort {

    private final RecentEvents events;
    private final String target;
    private final TargetPort port;

    public WatchedPort(RecentEvents events, Arn arn, TargetPort port) {
        this.events = events;
        this.target = arn.service() + " " + arn.name();
        this.port = port;
    }

    @Override
    public Limits limits() {
        return port.limits();
    }

    @Override
    public Map<Integer, Refusal> send(List<Message> messages)
            throws RefusedException, InterruptedException {
        Map<Integer, Refusal> refused;
        try {
            refused = port.send(messages);
        } catch (RefusedException e) {
            messages.forEach(message -> refused(message, e.refusal()));
            throw e;
        }
        for (int i = 0; i < messages.size(); i++) {
            Refusal refusal = refused.get(i);
            if (refusal == null) {
                delivered(messages.get(i));
            } else {
                refused(messages.get(i), refusal);
            }
        }
        return refused;
    }

    private void delivered(Message message) {
        String why = message.attributes().getOrDefault("ERROR_MESSAGE", "");
        Outcome outcome = message.attributes().isEmpty() ? Outcome.DELIVERED : Outcome.DEAD_LETTER;
        events.told(message.eventId(), target, outcome, why);
    }

    private void refused(Message message, Refusal refusal) {
        Outcome outcome = refusal.retriable() ? Outcome.RETRYING : Outcome.REFUSED;
        events.told(message.eventId(), target, outcome, refusal.code() + " " + refusal.message());
    }
}
