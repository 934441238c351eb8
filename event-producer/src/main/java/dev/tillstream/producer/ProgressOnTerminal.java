package dev.tillstream.producer;

import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that moves. */
final class ProgressOnTerminal implements Progress {

    private final ProgressBar bar;

    ProgressOnTerminal(OptionalLong size) {
        bar =
                new ProgressBarBuilder()
                        .setTaskName("Sending")
                        .setUnit(" events", 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setInitialMax(size.orElse(-1))
                        .setUpdateIntervalMillis(100)
                        .build();
    }

    @Override
    public void show(long settled) {
        bar.stepTo(settled);
    }

    @Override
    public void close() {
        bar.close();
    }
}
