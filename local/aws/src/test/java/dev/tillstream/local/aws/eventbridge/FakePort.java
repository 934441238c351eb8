package dev.tillstream.local.aws.eventbridge;

import dev.tillstream.local.aws.eventbridge.target.Message;
import dev.tillstream.local.aws.eventbridge.target.Refusal;
import dev.tillstream.local.aws.eventbridge.target.RefusedException;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A target that answers as told, first answer first, and takes everything afterwards. */
public final class FakePort implements TargetPort {

    public static final Refusal THROTTLED = new Refusal("THROTTLING", "slow down", true);
    public static final Refusal INVALID = new Refusal("ERROR_FROM_TARGET", "not that", false);

    /** What happens to one call. */
    public interface Answer {
        Map<Integer, Refusal> to(List<Message> messages)
                throws RefusedException, InterruptedException;
    }

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<List<Message>> calls = new CopyOnWriteArrayList<>();
    private final Limits limits;
    private Answer otherwise = messages -> Map.of();

    public FakePort(int mostMessages, int mostBytes) {
        this.limits = new Limits(mostMessages, mostBytes);
    }

    public FakePort() {
        this(10, 1_000_000);
    }

    public FakePort then(Answer answer) {
        answers.add(answer);
        return this;
    }

    public FakePort otherwise(Answer answer) {
        otherwise = answer;
        return this;
    }

    public static Answer refuse(Refusal refusal) {
        return messages -> {
            throw new RefusedException(refusal);
        };
    }

    @Override
    public Map<Integer, Refusal> send(List<Message> messages)
            throws RefusedException, InterruptedException {
        calls.add(List.copyOf(messages));
        Answer answer = answers.poll();
        return (answer == null ? otherwise : answer).to(messages);
    }

    @Override
    public Limits limits() {
        return limits;
    }

    public List<List<Message>> calls() {
        return calls;
    }

    /** The bodies of each call. */
    public List<List<String>> bodies() {
        return calls.stream().map(call -> call.stream().map(Message::body).toList()).toList();
    }
}
