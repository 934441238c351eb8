package dev.tillstream.router.eventbridge;

import dev.tillstream.router.route.drift.Arns;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Export;

/** Where a project's stacks run. */
public final class Environment {

    private final String project;
    private final CloudFormationClient stacks;
    private final Supplier<String> busArn;

    public Environment(String project, CloudFormationClient stacks, Supplier<String> busArn) {
        this.project = project;
        this.stacks = stacks;
        this.busArn = busArn;
    }

    /** The ARNs as exported; by name where there is no CloudFormation, as in the embedded AWS. */
    public Arns arns() {
        Map<String, String> exports = new TreeMap<>();
        try {
            for (Export export : stacks.listExportsPaginator().exports()) {
                exports.put(export.name(), export.value());
            }
        } catch (CloudFormationException e) {
            if (e.isThrottlingException() || e.statusCode() == 403) {
                throw e;
            }
        }
        return exports.keySet().stream().anyMatch(name -> name.startsWith(project + "-"))
                ? new ExportedArns(project, exports)
                : new NamedArns(project, busArn.get());
    }
}
