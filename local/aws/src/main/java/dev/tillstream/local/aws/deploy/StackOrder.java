package dev.tillstream.local.aws.deploy;

import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Puts stacks in an order in which each finds what it imports. */
final class StackOrder {
    private final Map<String, PlannedStack> exporters = new LinkedHashMap<>();
    private final LinkedHashSet<PlannedStack> ordered = new LinkedHashSet<>();

    private StackOrder() {}

    static List<PlannedStack> of(List<PlannedStack> stacks) {
        var order = new StackOrder();
        stacks.forEach(order::addExports);
        stacks.forEach(stack -> order.visit(stack, new ArrayList<>()));
        return List.copyOf(order.ordered);
    }

    private void addExports(PlannedStack stack) {
        for (var export : stack.exports().keySet()) {
            var other = exporters.putIfAbsent(export, stack);
            if (other != null) {
                throw new TemplateException(
                        "%s and %s both export %s".formatted(other.file(), stack.file(), export));
            }
        }
    }

    private void visit(PlannedStack stack, List<PlannedStack> importers) {
        if (ordered.contains(stack)) {
            return;
        }
        var path = new ArrayList<>(importers);
        path.add(stack);
        for (var name : stack.imports()) {
            var exporter = exporters.get(name);
            if (exporter == null) {
                throw new TemplateException(
                        "%s imports %s, which no template exports (%s)"
                                .formatted(stack.file(), name, exporters.keySet()));
            }
            if (path.contains(exporter)) {
                throw new TemplateException(
                        "%s imports %s from %s, which needs %s itself"
                                .formatted(stack.file(), name, exporter.file(), stack.file()));
            }
            visit(exporter, path);
        }
        ordered.add(stack);
    }
}
