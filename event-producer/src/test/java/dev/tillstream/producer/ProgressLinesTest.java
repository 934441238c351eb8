package dev.tillstream.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private final StringWriter printed = new StringWriter();

    @Test
    void printsALinePerTenth() {
        Progress progress = new ProgressLines(new PrintWriter(printed), OptionalLong.of(100));
        for (int settled = 0; settled <= 100; settled += 5) {
            progress.show(settled);
        }

        assertThat(printed.toString().lines()).hasSize(10).first().isEqualTo("  10 of 100 events");
        assertThat(printed.toString().lines()).last().isEqualTo("  100 of 100 events");
    }

    @Test
    void printsALinePerThousandWhenTheEndIsUnknown() {
        Progress progress = new ProgressLines(new PrintWriter(printed), OptionalLong.empty());
        progress.show(999);
        progress.show(2_500);
        progress.show(2_999);
        progress.show(3_000);

        assertThat(printed.toString().lines()).containsExactly("  2500 events", "  3000 events");
    }
}
