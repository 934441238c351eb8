package dev.tillstream.router.route.verify;

import dev.tillstream.router.route.Finding;
import dev.tillstream.router.route.Matcher;
import dev.tillstream.router.route.Routes;
import java.util.List;

/** All proofs, in the order in which people want to read them. */
public final class Verifier {

    private final List<Check> checks;

    public Verifier(Matcher matcher, Contract contract, Exports exports) {
        this.checks =
                List.of(
                        new PatternCheck(matcher, contract),
                        new ReachCheck(matcher, contract),
                        new LimitCheck(matcher),
                        new TargetCheck(contract, exports),
                        new ExampleCheck(matcher, contract));
    }

    /** What is wrong; empty if every example lands exactly where it says. */
    public List<Finding> findings(Routes routes) {
        return checks.stream().flatMap(check -> check.findings(routes)).toList();
    }
}
