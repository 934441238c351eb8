package dev.tillstream.analytics.kinesis.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.Record;

final class ReadSizeTest {

    private final ReadSize size = new ReadSize(10_000, DataSize.ofKilobytes(2048));

    @Test
    void asksForFewUntilItKnowsHowLargeTheyAre() {
        assertThat(size.limit()).isEqualTo(10);
        assertThat(new ReadSize(3, DataSize.ofKilobytes(2048)).limit()).isEqualTo(3);
    }

    @Test
    void asksForAsManyAsFit() {
        size.learnFrom(records(100, 512));
        assertThat(size.limit()).isEqualTo(4096);
        size.learnFrom(records(7, 65_536));
        assertThat(size.limit()).isEqualTo(32);
    }

    @Test
    void asksForOneAtLeastAndForNoMoreThanItMay() {
        size.learnFrom(records(1, 5_000_000));
        assertThat(size.limit()).isEqualTo(1);
        size.learnFrom(records(100, 1));
        assertThat(size.limit()).isEqualTo(10_000);
    }

    @Test
    void learnsNothingFromAReadThatBringsNothing() {
        size.learnFrom(records(100, 65_536));
        size.learnFrom(List.of());
        size.learnFrom(records(3, 0));
        assertThat(size.limit()).isEqualTo(32);
    }

    private static List<Record> records(int count, int bytes) {
        Record one = Record.builder().data(SdkBytes.fromByteArray(new byte[bytes])).build();
        return Collections.nCopies(count, one);
    }
}
