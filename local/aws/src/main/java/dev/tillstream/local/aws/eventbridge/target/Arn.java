package dev.tillstream.local.aws.eventbridge.target;

import dev.tillstream.local.aws.protocol.Input;
import java.util.List;

/** An ARN in its parts: {@code arn:aws:service:region:account:resource}. */
public record Arn(String service, String region, String account, String resource) {

    public static Arn parse(String text) {
        List<String> parts = List.of(text.split(":", 6));
        if (parts.size() < 6
                || !parts.getFirst().equals("arn")
                || parts.get(2).isEmpty()
                || parts.get(5).isEmpty()) {
            throw Input.invalid(
                    "Parameter "
                            + text
                            + " is not valid. Reason: Provided Arn is not in correct format.");
        }
        return new Arn(parts.get(2), parts.get(3), parts.get(4), parts.get(5));
    }

    /** The resource's name without its type: {@code orders} of {@code stream/orders}. */
    public String name() {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return String.join(":", "arn:aws", service, region, account, resource);
    }
}
