package dev.tillstream.producer.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.EventSink;
import dev.tillstream.producer.Outcome;
import dev.tillstream.producer.Progress;
import dev.tillstream.producer.UndeliveredException;
import dev.tillstream.producer.input.LocalInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestRunTest {

    private static final String SALE = "usa\t2021-03-06T17:15:06Z\tKite\tToys\t2.50\n";
    private static final String VISITORS =
            "event: footfall-events\ntime: at\nfields: {store_id: store, entrance: door, visitors: {column: n, type: integer}}\n";

    private final Map<String, List<StoreEvent>> sent = new ConcurrentHashMap<>();
    private final StringWriter said = new StringWriter();

    @TempDir private Path folder;

    private Path manifest;
    private boolean away;

    @BeforeEach
    void write() throws IOException {
        write(
                "day.tsv",
                "store_id\ttime\tname\tcategory\tsales\n"
                        + SALE.repeat(5)
                        + "bad\n"
                        + SALE.repeat(5));
        write("doors.csv", "at,store,door,n\n2021-03-06T17:15:06Z,usa,north,12\n");
        write("footfall-events.yaml", VISITORS);
        manifest =
                write(
                        "manifest.json",
                        """
                        [{"stream":"t-sales-events","bucket":"b","file":"day.tsv"},
                         {"stream":"t-footfall-events","bucket":"b","file":"doors.csv"}]
                        """);
    }

    @Test
    void sendsEachObjectToItsStream() throws Exception {
        try (Marks marks = marks();
                ManifestRun run = ManifestRun.open(Manifest.read(manifest), marks, settings())) {
            run.run(Progress.NONE);

            assertThat(run.hasEnded()).isTrue();
            assertThat(run.isWhole()).isFalse();
            assertThat(run.total().toJson(true))
                    .isEqualTo("{\"status\":true,\"record_count\":11,\"tot_sales\":25.00}");
        }
        assertThat(sent.get("t-sales-events"))
                .hasSize(10)
                .extracting(event -> event.requestId().value())
                .startsWith("day.tsv:2")
                .endsWith("day.tsv:12");
        assertThat(sent.get("t-footfall-events"))
                .singleElement()
                .extracting(StoreEvent::detailType)
                .isEqualTo("footfall-events");
        assertThat(folder.resolve("t-sales-events-day.tsv.rejected"))
                .hasContent("7\thas 1 columns, not 5\tbad");
    }

    @Test
    void sendsNothingTwiceThatIsMarked() throws Exception {
        sendAll();
        sent.clear();
        try (Marks marks = marks();
                ManifestRun run = ManifestRun.open(Manifest.read(manifest), marks, settings())) {
            run.run(Progress.NONE);

            assertThat(run.total().accepted()).isEqualTo(11);
            run.report(new PrintWriter(said));
        }
        assertThat(sent).isEmpty();
        assertThat(said.toString())
                .contains("10 events, all sent before; ", ": lines that are no events: 1");
    }

    @Test
    void goesOnBehindTheLastMark() throws Exception {
        Manifest.Entry sales = Manifest.read(manifest).entries().getFirst();
        String version = LocalInput.of(folder.resolve("day.tsv")).version();
        write("t-sales-events-day.tsv.rejected", "7\tbad\n8\tof the time behind the mark\n");
        try (Marks marks = marks()) {
            marks.put(sales, new Mark(version, 8, 6, 0, "15.00", 1, 6, false));
        }
        try (Marks marks = marks();
                ManifestRun run = ManifestRun.open(Manifest.read(manifest), marks, settings())) {
            run.run(Progress.NONE);

            assertThat(run.total().toJson(false))
                    .contains("\"record_count\":11,\"tot_sales\":25.00");
        }
        assertThat(sent.get("t-sales-events"))
                .extracting(event -> event.requestId().value())
                .containsExactly("day.tsv:9", "day.tsv:10", "day.tsv:11", "day.tsv:12");
        assertThat(folder.resolve("t-sales-events-day.tsv.rejected")).hasContent("7\tbad\n");
    }

    @Test
    void letsTheOthersEndWhenOneFails() throws Exception {
        away = true;
        try (Marks marks = marks();
                ManifestRun run = ManifestRun.open(Manifest.read(manifest), marks, settings())) {
            run.run(Progress.NONE);

            assertThat(run.hasEnded()).isFalse();
            assertThat(run.total().accepted()).isEqualTo(1);
            run.report(new PrintWriter(said));
        }
        assertThat(said.toString()).contains("s3://b/day.tsv -> t-sales-events: away");
    }

    @Test
    void sendsNothingIfAnObjectCanNotBeSent() throws Exception {
        Files.delete(folder.resolve("footfall-events.yaml"));
        refuses("a table of footfall-events needs a mapping, footfall-events.yaml in --mappings");
        write("footfall-events.yaml", VISITORS.replace("footfall-", "door-"));
        refuses("footfall-events.yaml is for door-events, must say event: footfall-events");
        write("footfall-events.yaml", VISITORS.replace("door,", "gate,"));
        refuses("the header has no column \"gate\"");
        assertThat(sent).isEmpty();
    }

    @Test
    void refusesAnObjectThatHasChanged() throws Exception {
        sendAll();
        write("day.tsv", "store_id\ttime\tname\tcategory\tsales\n" + SALE);
        refuses("has changed since a part of it was sent");
    }

    @Test
    @SuppressWarnings("try")
    void refusesASecondProcess() {
        try (Marks first = marks()) {
            assertThatThrownBy(this::marks)
                    .hasMessageEndingWith("another process is sending this manifest");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refusesAManifestThatIsNone() throws IOException {
        assertThatThrownBy(() ->
                        Manifest.read(write("m.json", "[{\"stream\":\"a\",\"bucket\":\"b\"}]")))
                .hasMessageEndingWith("m.json: an entry lacks file");
        assertThatThrownBy(() -> Manifest.read(write("m.json", "[]")))
                .hasMessageContaining("must have 1 to 100");
        assertThatThrownBy(() -> Manifest.read(write("m.json", "{")))
                .isInstanceOf(BadManifestException.class);
        assertThatThrownBy(() -> Manifest.read(folder.resolve("none.json")))
                .hasMessageContaining("can't be read");
    }

    private void sendAll() throws InterruptedException, IOException {
        try (Marks marks = marks();
                ManifestRun run = ManifestRun.open(Manifest.read(manifest), marks, settings())) {
            run.run(Progress.NONE);
        }
    }

    private void refuses(String reason) throws IOException {
        try (Marks marks = marks()) {
            assertThatThrownBy(() -> ManifestRun.open(Manifest.read(manifest), marks, settings()))
                    .hasMessageContaining(reason);
        }
    }

    private Marks marks() {
        return Marks.open(folder.resolve("marks"));
    }

    private ManifestSettings settings() {
        return new ManifestSettings(
                "t",
                folder,
                folder,
                10,
                3,
                entry -> LocalInput.of(folder.resolve(entry.file())),
                Sink::new);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private final class Sink implements EventSink {

        private final String stream;

        Sink(String stream) {
            this.stream = stream;
        }

        @Override
        public void send(List<StoreEvent> events, Outcome outcome) {
            if (stream.equals("t-sales-events") && away) {
                throw new UndeliveredException("away");
            }
            sent.computeIfAbsent(stream, name -> Collections.synchronizedList(new ArrayList<>()))
                    .addAll(events);
            events.forEach(outcome::accepted);
        }

        @Override
        public void drain() {}

        @Override
        public void close() {}
    }
}
