package dev.tillstream.analytics.definition;

import dev.tillstream.analytics.view.InvalidViewException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says a wrong view in one line instead of in a stack trace. */
final class InvalidViewAnalyzer extends AbstractFailureAnalyzer<InvalidViewException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, InvalidViewException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Correct the view: TILLSTREAM_VIEWS says where views are read from"
                        + " (default: views.yaml in the jar).",
                cause);
    }
}
