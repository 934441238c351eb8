package dev.tillstream.local.benchmarks.windows;

import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.Rejection;
import dev.tillstream.analytics.window.WindowMeter;

final class DeafMeter implements WindowMeter {

    @Override
    public void ignored() {}

    @Override
    public void counted(View view, boolean late) {}

    @Override
    public void duplicate(View view) {}

    @Override
    public void rejected(Rejection.Reason reason) {}

    @Override
    public void rowStored(View view, boolean correction) {}

    @Override
    public void rowDelivered(View view) {}

    @Override
    public void conflict(View view) {}
}
