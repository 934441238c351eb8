package dev.tillstream.local.aws.fault;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which calls a fault strikes and what it does to them.
 *
 * @param kind what it does
 * @param service as signatures name it, empty for all
 * @param operation empty for all
 * @param resource name of a queue, stream, table...; {@code *} stands for any characters; empty for
 *     all calls, those without a resource too
 * @param probability of each call to be struck, over 0, at most 1
 * @param count how many calls it strikes at most
 * @param seed of the draws, so that a run can be repeated
 * @param time how long a call is held up (latency) or the outage lasts, zero for other kinds
 * @param share of a batch's entries that are refused (partial), at least one of them
 * @param code of those entries (partial), empty for the one that AWS gives in passing trouble
 */
public record FaultRule(
        FaultKind kind,
        String service,
        String operation,
        String resource,
        double probability,
        long count,
        long seed,
        Duration time,
        double share,
        String code) {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]*");

    public FaultRule {
        if (!(probability > 0 && probability <= 1)) {
            throw new BadFaultException(
                    "probability must be over 0 and at most 1, not " + probability);
        }
        if (!(share > 0 && share <= 1)) {
            throw new BadFaultException("share must be over 0 and at most 1, not " + share);
        }
        if (count < 1) {
            throw new BadFaultException("count must be at least 1, not " + count);
        }
        if (!service.isEmpty() && !Services.NAMES.contains(service)) {
            throw new BadFaultException(
                    "service must be one of " + Services.NAMES + ", not " + service);
        }
        if (!NAME.matcher(operation).matches()) {
            throw new BadFaultException(
                    "operation must be the name of one, such as PutRecords, not " + operation);
        }
        boolean timed = kind == FaultKind.LATENCY || kind == FaultKind.OUTAGE;
        if (timed && (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0)) {
            throw new BadFaultException(
                    "millis must be 1 to "
                            + LONGEST.toMillis()
                            + " for "
                            + kind.text()
                            + ", not "
                            + time.toMillis());
        }
        if (!timed && !time.isZero()) {
            throw new BadFaultException("millis is for latency and outage, not " + kind.text());
        }
        if (kind != FaultKind.PARTIAL && !code.isEmpty()) {
            throw new BadFaultException("code is for partial, not " + kind.text());
        }
        if (!NAME.matcher(code).matches()) {
            throw new BadFaultException(
                    "code must be the name of one, such as MalformedDetail, not " + code);
        }
        if (!Services.canSuffer(kind, service, operation)) {
            throw new BadFaultException(
                    "%s is for %s, not %s"
                            .formatted(
                                    kind.text(),
                                    Services.sufferers(kind),
                                    (service + " " + operation).strip()));
        }
    }

    boolean matches(Call call) {
        return (service.isEmpty() || service.equals(call.service()))
                && (operation.isEmpty() || operation.equals(call.operation()))
                && Services.canSuffer(kind, call.service(), call.operation())
                && (resource.isEmpty() || matchesOne(call));
    }

    private boolean matchesOne(Call call) {
        Pattern names =
                Pattern.compile(
                        Stream.of(resource.split("\\*", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*")));
        return call.resources().stream().anyMatch(name -> names.matcher(name).matches());
    }
}
