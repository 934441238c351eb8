package dev.tillstream.producer.manifest;

import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.EventSink;
import dev.tillstream.producer.Tally;
import dev.tillstream.producer.file.FileFormat;
import dev.tillstream.producer.file.FileSource;
import dev.tillstream.producer.file.Rejects;
import dev.tillstream.producer.form.Mapping;
import dev.tillstream.producer.input.Input;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends one entry of a manifest from where it was left. Every now and then it waits until nothing
 * is under way and marks how far it is; what was sent behind the last mark is sent again after a
 * crash, under the same identities.
 */
final class EntryRun implements AutoCloseable {

    private static final Duration MARK_EVERY = Duration.ofSeconds(1);

    private final Manifest.Entry entry;
    private final String type;
    private final Marks marks;
    private final int batch;
    private final String version;
    private final FileSource events;
    private final EventSink sink;
    private final Tally tally;
    private final long size;
    private final boolean sentBefore;

    private EntryRun(
            Manifest.Entry entry,
            String type,
            Marks marks,
            int batch,
            Input input,
            Mark mark,
            FileSource events,
            EventSink sink) {
        this.entry = entry;
        this.type = type;
        this.marks = marks;
        this.batch = batch;
        version = input.version();
        size = input.size();
        this.events = events;
        this.sink = sink;
        tally = Tally.resumed(mark.accepted(), mark.rejected(), mark.sales());
        sentBefore = mark.complete();
    }

    /**
     * Opens the object and checks its header; nothing is sent yet.
     *
     * @throws BadManifestException if its entry can't be sent
     */
    static EntryRun open(Manifest.Entry entry, Marks marks, ManifestSettings settings)
            throws IOException {
        String type = entry.type(settings.project());
        Mapping mapping = settings.mapping(type);
        Input input = settings.input().apply(entry);
        boolean named =
                type.equals(SaleRecorded.DETAIL_TYPE) || FileFormat.NDJSON.isOf(entry.file());
        if (mapping == null && !named) {
            throw new BadManifestException(
                    "a table of " + type + " needs a mapping, " + type + ".yaml in --mappings");
        }
        Mark mark = marks.of(entry, input.version());
        String name = entry.stream() + "-" + entry.file().replace('/', '-') + ".rejected";
        Path rejected = settings.rejected().resolve(name);
        Rejects rejects =
                mark.line() == 0
                        ? Rejects.to(rejected, settings.maxErrors())
                        : Rejects.resumed(
                                rejected, settings.maxErrors(), mark.badLines(), mark.badBytes());
        FileSource events = FileSource.open(input, null, mapping, rejects);
        if (!mark.complete()) {
            events.skipLines(mark.line());
        }
        EventSink sink = settings.sink().apply(entry.stream());
        return new EntryRun(entry, type, marks, settings.batch(), input, mark, events, sink);
    }

    /** Returns when each event is settled. */
    void run() throws InterruptedException, IOException {
        if (sentBefore) {
            return;
        }
        long marked = System.nanoTime();
        for (List<StoreEvent> some = events.next(batch);
                !some.isEmpty();
                some = events.next(batch)) {
            sink.send(ofType(some), tally);
            if (System.nanoTime() - marked > MARK_EVERY.toNanos()) {
                mark(false);
                marked = System.nanoTime();
            }
        }
        mark(true);
    }

    Manifest.Entry entry() {
        return entry;
    }

    Tally tally() {
        return tally;
    }

    long size() {
        return size;
    }

    double done() {
        return sentBefore ? 1 : events.done().orElse(1);
    }

    /** One line for a person. */
    String report() {
        return "%s: %d events%s%s"
                .formatted(
                        entry.id(),
                        tally.accepted(),
                        sentBefore ? ", all sent before" : "",
                        events.omissions().map(text -> "; " + text).orElse(""));
    }

    boolean isWhole() {
        return tally.rejected() == 0 && events.rejects().count() == 0;
    }

    @Override
    public void close() {
        sink.close();
        events.close();
    }

    private void mark(boolean complete) throws InterruptedException, IOException {
        sink.drain();
        events.rejects().sync();
        marks.put(
                entry,
                new Mark(
                        version,
                        events.line(),
                        tally.accepted(),
                        tally.rejected(),
                        tally.sales().toString(),
                        events.rejects().count(),
                        events.rejects().length(),
                        complete));
    }

    /** Only a file of events says their types by itself. */
    private List<StoreEvent> ofType(List<StoreEvent> some) {
        List<StoreEvent> right = new ArrayList<>(some.size());
        for (StoreEvent event : some) {
            if (event.detailType().equals(type)) {
                right.add(event);
            } else {
                tally.rejected(event, "is of " + event.detailType() + ", the stream of " + type);
            }
        }
        return right;
    }
}
