package dev.tillstream.local.aws.eventbridge.delivery;

import dev.tillstream.local.aws.eventbridge.target.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Why an event goes to the dead-letter queue, as its message attributes tell it. */
record DeadLetter(Refusal refusal, Optional<String> exhausted, int retries) {

    /** SQS takes no longer messages of that many attributes in its size; a reason needs no more. */
    private static final int REASON = 1_024;

    Map<String, String> attributes(String ruleArn, String targetArn) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("RULE_ARN", ruleArn);
        attributes.put("TARGET_ARN", targetArn);
        attributes.put("ERROR_CODE", refusal.code());
        attributes.put("ERROR_MESSAGE", reason());
        exhausted.ifPresent(condition -> attributes.put("EXHAUSTED_RETRY_CONDITION", condition));
        attributes.put("RETRY_ATTEMPTS", Integer.toString(retries));
        return attributes;
    }

    private String reason() {
        // SQS refuses an attribute without a value, or with characters that XML can't carry.
        String printable = refusal.message().replaceAll("\\p{Cntrl}", " ").strip();
        return printable.isEmpty()
                ? refusal.code()
                : printable.substring(0, Math.min(printable.length(), REASON));
    }
}
