package dev.tillstream.local.aws.page;

import dev.tillstream.local.aws.firehose.stream.ObjectStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The last objects that Firehose wrote, and those it could not write yet. */
public final class RecentObjects implements ObjectStore {

    private static final int MOST = 200;

    private final ObjectStore store;
    private final InstantSource clock;
    private final Deque<ObjectNode> recent = new ArrayDeque<>();

    public RecentObjects(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void put(String bucket, String key, byte[] body)
            throws IOException, InterruptedException {
        ObjectNode object =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("at", clock.instant().toString())
                        .put("bucket", bucket)
                        .put("key", key)
                        .put("bytes", body.length);
        try {
            store.put(bucket, key, body);
        } catch (IOException e) {
            add(object.put("why", e.toString()));
            throw e;
        }
        add(object);
    }

    private synchronized void add(ObjectNode object) {
        if (recent.size() == MOST) {
            recent.removeFirst();
        }
        recent.addLast(object);
    }

    /** Newest first. */
    synchronized ArrayNode view() {
        ArrayNode view = JsonNodeFactory.instance.arrayNode();
        recent.reversed().forEach(view::add);
        return view;
    }
}
