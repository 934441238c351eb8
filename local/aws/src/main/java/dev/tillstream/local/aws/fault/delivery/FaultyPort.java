package dev.tillstream.local.aws.fault.delivery;

import dev.tillstream.local.aws.eventbridge.target.Arn;
import dev.tillstream.local.aws.eventbridge.target.Message;
import dev.tillstream.local.aws.eventbridge.target.Refusal;
import dev.tillstream.local.aws.eventbridge.target.RefusedException;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import dev.tillstream.local.aws.fault.Call;
import dev.tillstream.local.aws.fault.Fault;
import dev.tillstream.local.aws.fault.FaultKind;
import dev.tillstream.local.aws.fault.Faults;
import dev.tillstream.local.aws.fault.shape.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A target that faults may strike: as {@code Deliver} of {@code events}, and as the call that AWS
 * would make ({@code SendMessageBatch}, {@code PutRecords}, {@code PutRecordBatch}), because it
 * goes past the front.
 */
public final class FaultyPort implements TargetPort {

    private static final Map<String, String> CALLS =
            Map.of(
                    "sqs", "SendMessageBatch",
                    "kinesis", "PutRecords",
                    "firehose", "PutRecordBatch");

    private final Faults faults;
    private final TargetPort port;
    private final Call delivery;
    private final Optional<Call> call;

    public FaultyPort(Faults faults, Arn arn, TargetPort port) {
        this.faults = faults;
        this.port = port;
        this.delivery = Call.delivery(arn.name());
        this.call =
                Optional.ofNullable(CALLS.get(arn.service()))
                        .map(name -> new Call(arn.service(), name, Set.of(arn.name())));
    }

    @Override
    public Limits limits() {
        return port.limits();
    }

    @Override
    public Map<Integer, Refusal> send(List<Message> messages)
            throws RefusedException, InterruptedException {
        if (faults.isEmpty()) {
            return port.send(messages);
        }
        Faults.Verdict verdict = faults.strike(delivery);
        if (verdict.fault() == null && call.isPresent()) {
            Thread.sleep(verdict.delay());
            verdict = faults.strike(call.get());
        }
        Thread.sleep(verdict.delay());
        Fault fault = verdict.fault();
        return fault == null ? deliver(messages) : struck(fault, messages);
    }

    private Map<Integer, Refusal> struck(Fault fault, List<Message> messages)
            throws RefusedException, InterruptedException {
        return switch (fault.rule().kind()) {
            case PARTIAL -> partial(fault.refused(messages.size()), messages);
            case LOST_REPLY -> {
                port.send(messages);
                throw lost();
            }
            case RESET -> throw lost();
            case THROTTLE, ERROR, OUTAGE, CONFLICT, LATENCY, DUPLICATE, REORDER ->
                    throw new RefusedException(refusal(fault.rule().kind()));
        };
    }

    private Map<Integer, Refusal> partial(Set<Integer> refused, List<Message> messages)
            throws RefusedException, InterruptedException {
        Set<Integer> rest = new TreeSet<>();
        IntStream.range(0, messages.size()).filter(i -> !refused.contains(i)).forEach(rest::add);
        Map<Integer, Refusal> all = sendSome(List.copyOf(rest), messages);
        refused.forEach(position -> all.put(position, refusal(FaultKind.THROTTLE)));
        return all;
    }

    private Map<Integer, Refusal> deliver(List<Message> messages)
            throws RefusedException, InterruptedException {
        List<Integer> order = IntStream.range(0, messages.size()).boxed().toList();
        Optional<Fault> mixed =
                messages.size() < 2 ? Optional.empty() : faults.strike(delivery, FaultKind.REORDER);
        Map<Integer, Refusal> refused =
                sendSome(mixed.map(fault -> fault.order(messages.size())).orElse(order), messages);
        if (faults.strike(delivery, FaultKind.DUPLICATE).isPresent()) {
            List<Integer> taken = order.stream().filter(i -> !refused.containsKey(i)).toList();
            // The copies have no sender who would care.
            Map<Integer, Refusal> ignored = sendSome(taken, messages);
        }
        return refused;
    }

    private Map<Integer, Refusal> sendSome(List<Integer> positions, List<Message> messages)
            throws RefusedException, InterruptedException {
        Map<Integer, Refusal> refused = new HashMap<>();
        if (positions.isEmpty()) {
            return refused;
        }
        List<Message> some = new ArrayList<>();
        positions.forEach(position -> some.add(messages.get(position)));
        port.send(some).forEach((index, refusal) -> refused.put(positions.get(index), refusal));
        return refused;
    }

    private Refusal refusal(FaultKind kind) {
        Failure failure =
                Failure.of(kind, call.orElse(delivery), JsonNodeFactory.instance.objectNode());
        return Refusal.of(failure.status(), failure.code(), failure.message());
    }

    private static RefusedException lost() {
        return new RefusedException(new Refusal("CONNECTION_FAILURE", "Connection reset", true));
    }
}
