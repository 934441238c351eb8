package dev.tillstream.router.route.verify;

import dev.tillstream.router.route.Finding;
import dev.tillstream.router.route.Finding.Kind;
import dev.tillstream.router.route.Route;
import dev.tillstream.router.route.Routes;
import dev.tillstream.router.route.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Targets exist, have a dead-letter queue, and streams a key that keeps a store together. */
final class TargetCheck implements Check {

    private static final String DETAIL = "$.detail.";

    private final Contract contract;
    private final Exports exports;

    TargetCheck(Contract contract, Exports exports) {
        this.contract = contract;
        this.exports = exports;
    }

    @Override
    public Stream<Finding> findings(Routes routes) {
        List<Finding> found = new ArrayList<>();
        routes.routes().forEach(route -> check(route, found));
        return found.stream();
    }

    private void check(Route route, List<Finding> found) {
        if (route.targets().isEmpty()) {
            found.add(
                    new Finding(
                            Kind.NO_TARGET,
                            route.path() + ".targets",
                            "leads nowhere: give it a queue, a stream or a delivery"));
        }
        for (int i = 0; i < route.targets().size(); i++) {
            check(route.targets().get(i), route.path() + ".targets[" + i + "]", found);
        }
    }

    private void check(Target target, String path, List<Finding> found) {
        if (!exports.contains(target.export())) {
            String reason =
                    "no %s: the templates don't export %s".formatted(target, target.export());
            found.add(new Finding(Kind.UNKNOWN_TARGET, path + "." + target.kind().key(), reason));
        }
        target.deadLettersExport()
                .ifPresentOrElse(
                        export -> {
                            if (!exports.contains(export)) {
                                String reason =
                                        "no such queue: the templates don't export " + export;
                                found.add(new Finding(Kind.UNKNOWN_TARGET, path + ".dlq", reason));
                            }
                        },
                        () ->
                                found.add(
                                        new Finding(
                                                Kind.NO_DEAD_LETTERS,
                                                path,
                                                "%s has no dlq: what can't be delivered is lost"
                                                        .formatted(target))));
        String objection = partitionKeyObjection(target);
        if (objection != null) {
            String place = target.partitionKey() == null ? path : path + ".partition-key";
            found.add(new Finding(Kind.PARTITION_KEY, place, objection));
        }
    }

    private @Nullable String partitionKeyObjection(Target target) {
        String key = target.partitionKey();
        if (target.kind() != Target.Kind.STREAM) {
            return key == null ? null : "only a stream has a partition key, not " + target;
        }
        if (key == null) {
            return "%s has no partition-key: the bus would scatter a store over all shards"
                    .formatted(target);
        }
        if (!key.startsWith(DETAIL)) {
            return "must be a field of the detail, such as $.detail.store_id, not " + key;
        }
        List<String> field = List.of(key.substring(DETAIL.length()).split("\\."));
        boolean known =
                contract.detailTypes().stream().anyMatch(type -> contract.requires(type, field));
        return known ? null : "no schema requires the field " + key;
    }
}
