package dev.tillstream.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntryTest {

    @Test
    void fillsRequestsWithTenEntries() {
        assertThat(sizes(entries(25, 100), 10_000)).containsExactly(10, 10, 5);
    }

    @Test
    void fillsRequestsToTheLastByte() {
        assertThat(sizes(entries(4, 100), 200)).containsExactly(2, 2);
        assertThat(sizes(entries(4, 100), 199)).containsExactly(1, 1, 1, 1);
    }

    @Test
    void keepsTheOrder() {
        assertThat(Entry.batches(entries(25, 100), 300).stream().flatMap(List::stream))
                .extracting(Entry::index)
                .containsExactlyElementsOf(IntStream.range(0, 25).boxed().toList());
    }

    @Test
    void givesNoCompanyToAnEntryThatMustBeAlone() {
        List<Entry> entries =
                Stream.of(false, true, false, false, true)
                        .map(alone -> new Entry(0, OutgoingEventFixture.ofSize(100), alone))
                        .toList();

        assertThat(sizes(entries, 10_000)).containsExactly(1, 1, 2, 1);
    }

    private static List<Entry> entries(int count, int bytes) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Entry(i, OutgoingEventFixture.ofSize(bytes), false))
                .toList();
    }

    private static List<Integer> sizes(List<Entry> entries, int maxBytes) {
        return Entry.batches(entries, maxBytes).stream().map(List::size).toList();
    }
}
