package dev.tillstream.router.route.render;

import dev.tillstream.router.route.Export;
import dev.tillstream.router.route.RetryPolicy;
import dev.tillstream.router.route.Route;
import dev.tillstream.router.route.Routes;
import dev.tillstream.router.route.Target;
import dev.tillstream.router.route.value.Value;

/** The CloudFormation template of the rules: the same routes give the same bytes. */
public final class RulesTemplate {

    private final Routes routes;
    private final Lines lines = new Lines();

    private RulesTemplate(Routes routes) {
        this.routes = routes;
    }

    public static String render(Routes routes) {
        return new RulesTemplate(routes).render();
    }

    private String render() {
        lines.block(Preamble.text(routes.retry()));
        lines.line(0, "Resources:");
        routes.routes().forEach(this::rule);
        lines.line(0, "");
        lines.line(0, "Outputs:");
        routes.routes().forEach(this::output);
        return lines.text();
    }

    private void rule(Route route) {
        lines.line(1, route.logicalId() + ":");
        lines.line(2, "Type: AWS::Events::Rule");
        lines.line(2, "Properties:");
        lines.line(3, "Name: !Sub '${ProjectName}-%s'".formatted(route.name()));
        lines.line(3, "Description: " + YamlText.scalar(new Value.Text(route.why())));
        lines.line(3, "EventBusName: !ImportValue {'Fn::Sub': '${BusStack}:BusName'}");
        lines.line(3, "State: ENABLED");
        lines.line(3, "EventPattern:");
        YamlText.block(lines, 4, route.pattern().root());
        lines.line(3, "Targets:");
        route.targets().forEach(this::target);
    }

    private void target(Target target) {
        lines.line(4, "- Id: " + target.name());
        lines.line(5, "Arn: " + imported(target.export()));
        if (target.needsRole()) {
            lines.line(5, "RoleArn: !ImportValue {'Fn::Sub': '${AccessStack}:TargetsRoleArn'}");
        }
        if (target.partitionKey() != null) {
            lines.line(
                    5,
                    "KinesisParameters: {PartitionKeyPath: %s}"
                            .formatted(YamlText.scalar(new Value.Text(target.partitionKey()))));
        }
        lines.line(5, "RetryPolicy:");
        retry(target);
        target.deadLettersExport()
                .ifPresent(export -> {
                    lines.line(5, "DeadLetterConfig:");
                    lines.line(6, "Arn: " + imported(export));
                });
    }

    /** The default can be set at deployment; what a target says itself can't. */
    private void retry(Target target) {
        String attempts = "!Ref MaximumRetryAttempts";
        String age = "!Ref MaximumEventAgeSeconds";
        if (target.retry().isPresent()) {
            RetryPolicy own = target.retry().get();
            attempts = String.valueOf(own.attempts());
            age = String.valueOf(own.age().toSeconds());
        }
        lines.line(6, "MaximumRetryAttempts: " + attempts);
        lines.line(6, "MaximumEventAgeInSeconds: " + age);
    }

    private void output(Route route) {
        String name = route.logicalId() + "Arn";
        lines.line(1, name + ":");
        lines.line(2, "Value: !GetAtt %s.Arn".formatted(route.logicalId()));
        lines.line(2, "Export: {Name: !Sub '${AWS::StackName}:%s'}".formatted(name));
    }

    private static String imported(Export export) {
        return "!ImportValue {'Fn::Sub': '${%s}:%s'}"
                .formatted(export.parameter(), export.output());
    }
}
