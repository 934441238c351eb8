package dev.tillstream.router.eventbridge;

import dev.tillstream.router.route.Export;
import dev.tillstream.router.route.Target;
import dev.tillstream.router.route.drift.Arns;
import java.util.Map;

/** ARNs as the stacks export them. */
record ExportedArns(String project, Map<String, String> exports) implements Arns {

    @Override
    public String target(Target target) {
        return value(target.export());
    }

    @Override
    public String deadLetters(String queue) {
        return value(new Export("queues", Target.pascal(queue) + "DeadLettersArn"));
    }

    @Override
    public String role() {
        return value(new Export("access", "TargetsRoleArn"));
    }

    private String value(Export export) {
        String name = "%s-%s:%s".formatted(project, export.template(), export.output());
        String value = exports.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "no stack exports %s: deploy %s.yaml".formatted(name, export.template()));
        }
        return value;
    }
}
