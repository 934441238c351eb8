package dev.tillstream.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.kinesis.unread.UnreadRecords;
import dev.tillstream.analytics.watch.Watchdog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The templates know by the logger's name what to wake somebody for. */
final class AlarmedLogsTest {

    @Test
    void theTemplateCountsTheErrorsOfThoseThatFindRecordsLostAndConsumersStuck()
            throws IOException {
        String compute = Files.readString(Path.of("../cloudformation/aws/compute.yaml"));
        assertThat(compute)
                .contains(errorsOf(UnreadRecords.class.getName()))
                .contains(errorsOf(Watchdog.class.getName()));
    }

    /** As logging.structured.format ecs writes it. */
    private static String errorsOf(String logger) {
        return "{ $.log.level = \"ERROR\" && $.log.logger = \"" + logger + "\" }";
    }
}
