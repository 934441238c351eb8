package dev.tillstream.local.aws.eventbridge.rule;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Members;
import java.io.IOException;
import java.util.List;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;

/** A valid event pattern, as EventBridge's own matching library understands it. */
public record EventPattern(String json) {

    private static final int LONGEST = 2_048;

    public EventPattern {
        if (json.length() > LONGEST) {
            throw invalid("Event pattern must be at most " + LONGEST + " characters");
        }
        String problem = JsonRuleCompiler.check(json);
        if (problem != null) {
            throw invalid(problem);
        }
    }

    /** Does it match this event, a whole envelope as JSON? */
    public boolean matches(String event) {
        Machine machine = Machine.builder().build();
        addTo(machine, "it");
        return !rulesFor(machine, event).isEmpty();
    }

    /**
     * The library declares every exception; what it throws for an event is a mistake in that event.
     */
    static List<String> rulesFor(Machine machine, String event) {
        try {
            return machine.rulesForJSONEvent(event);
        } catch (Exception e) {
            throw Members.invalid("Event can't be matched: " + e.getMessage());
        }
    }

    void addTo(Machine machine, String rule) {
        try {
            machine.addRule(rule, json);
        } catch (IOException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private static AwsException invalid(String reason) {
        return AwsException.badRequest(
                "InvalidEventPatternException", "Event pattern is not valid. Reason: " + reason);
    }
}
