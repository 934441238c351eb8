package dev.tillstream.router.ruler;

import dev.tillstream.router.route.Matcher;
import dev.tillstream.router.route.Pattern;
import dev.tillstream.router.route.value.Value;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.MachineComplexityEvaluator;

/** event-ruler, the library that EventBridge itself matches with. Thread-safe. */
public final class RulerMatcher implements Matcher {

    private static final String RULE = "rule";

    /** Counting ends here: far above what the bus takes. */
    private static final int COUNTED_STATES = 1000;

    private final Map<String, Machine> machines = new ConcurrentHashMap<>();

    @Override
    public boolean matches(Pattern pattern, Value.Fields event) {
        try {
            return !machine(pattern).rulesForJSONEvent(event.json()).isEmpty();
        } catch (Exception e) {
            // Its signature is that wide; what it throws in fact is about events that aren't JSON.
            throw new IllegalStateException("event-ruler can't read " + event.json(), e);
        }
    }

    @Override
    public Optional<String> defect(Pattern pattern) {
        if (pattern.root().entries().isEmpty()) {
            return Optional.of("is empty: it has to name a field");
        }
        // The only place of the compiler that knows $or; null means that the pattern is valid.
        return Optional.ofNullable(JsonRuleCompiler.check(pattern.json()))
                .map(defect -> defect.lines().findFirst().orElse(defect));
    }

    @Override
    public int complexity(Pattern pattern) {
        return machine(pattern).evaluateComplexity(new MachineComplexityEvaluator(COUNTED_STATES));
    }

    private Machine machine(Pattern pattern) {
        return machines.computeIfAbsent(pattern.json(), RulerMatcher::compile);
    }

    private static Machine compile(String pattern) {
        try {
            Machine machine = Machine.builder().build();
            machine.addRule(RULE, pattern);
            return machine;
        } catch (IOException e) {
            throw new IllegalArgumentException("not a pattern: " + pattern, e);
        }
    }
}
