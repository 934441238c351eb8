package dev.tillstream.producer;

import java.util.Locale;
import java.util.OptionalDouble;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that moves, with the time that is left, and the rate. */
final class ProgressOnTerminal implements Progress {

    private static final int STEPS = 1_000;

    private final boolean ends;
    private final ProgressBar bar;
    private final long start = System.nanoTime();

    ProgressOnTerminal(boolean ends) {
        this.ends = ends;
        bar =
                new ProgressBarBuilder()
                        .setTaskName("Sending")
                        .setUnit(ends ? "%" : " events", ends ? STEPS / 100 : 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setInitialMax(ends ? STEPS : -1)
                        .setUpdateIntervalMillis(100)
                        .build();
    }

    @Override
    public void show(long settled, OptionalDouble done) {
        bar.stepTo(ends ? Math.round(STEPS * done.orElse(0)) : settled);
        double seconds = (System.nanoTime() - start) / 1e9;
        bar.setExtraMessage(
                String.format(Locale.ROOT, "%,d events, %,.0f/s", settled, settled / seconds));
    }

    @Override
    public void close() {
        bar.close();
    }
}
