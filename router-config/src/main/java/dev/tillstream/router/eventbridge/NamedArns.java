package dev.tillstream.router.eventbridge;

import dev.tillstream.router.route.Target;
import dev.tillstream.router.route.drift.Arns;

/**
 * ARNs by the names that the templates give, for an AWS that can't list its exports.
 *
 * @param bus ARN of the bus, which tells partition, region and account
 */
record NamedArns(String project, String bus) implements Arns {

    @Override
    public String target(Target target) {
        String name = project + "-" + target.name();
        return switch (target.kind()) {
            case QUEUE -> arn("sqs", region(), name);
            case STREAM -> arn("kinesis", region(), "stream/" + name);
            case DELIVERY -> arn("firehose", region(), "deliverystream/" + name);
        };
    }

    @Override
    public String deadLetters(String queue) {
        return arn("sqs", region(), project + "-" + queue + "-dlq");
    }

    @Override
    public String role() {
        return arn("iam", "", "role/" + project + "-access-TargetsRole");
    }

    private String arn(String service, String region, String resource) {
        String[] parts = bus.split(":", -1);
        return String.join(":", "arn", parts[1], service, region, parts[4], resource);
    }

    private String region() {
        return bus.split(":", -1)[3];
    }
}
