package dev.tillstream.local.aws.page;

import dev.tillstream.local.aws.eventbridge.BusWatcher;
import dev.tillstream.local.aws.eventbridge.target.Event;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The last events that came to a bus, and where each went, or why not. */
public final class RecentEvents implements BusWatcher {

    private static final int MOST = 500;
    private static final int LONGEST = 1_000;

    private final InstantSource clock;
    private final Map<String, Seen> byId =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
                    return size() > MOST;
                }
            };
    private final Deque<ObjectNode> refused = new ArrayDeque<>();
    private long accepted;
    private long refusals;

    public RecentEvents(InstantSource clock) {
        this.clock = clock;
    }

    /** What happened to an event at one target. */
    enum Outcome {
        DELIVERED,
        /** Refused for now: it comes again. */
        RETRYING,
        /** Refused for good. */
        REFUSED,
        /** In the dead-letter queue, which is the target. */
        DEAD_LETTER
    }

    private record Hop(Outcome outcome, String why, int attempts) {}

    /** Bounded: targets of a bus are few. */
    private record Seen(ObjectNode event, int targets, Map<String, Hop> hops) {}

    @Override
    public synchronized void accepted(Event event, String bus, int targets) {
        accepted++;
        String detail = event.tree().path("detail").toString();
        ObjectNode seen =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("id", event.id())
                        .put("at", clock.instant().toString())
                        .put("bus", bus)
                        .put("source", event.tree().path("source").asString())
                        .put("type", event.tree().path("detail-type").asString())
                        .put("detail", shortened(detail));
        byId.put(event.id(), new Seen(seen, targets, new LinkedHashMap<>()));
    }

    @Override
    public synchronized void refused(String bus, String source, String type, String why) {
        refusals++;
        if (refused.size() == MOST) {
            refused.removeFirst();
        }
        refused.addLast(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("at", clock.instant().toString())
                        .put("bus", shortened(bus))
                        .put("source", shortened(source))
                        .put("type", shortened(type))
                        .put("why", shortened(why)));
    }

    synchronized void told(String eventId, String target, Outcome outcome, String why) {
        Seen seen = byId.get(eventId);
        if (seen != null) {
            seen.hops()
                    .merge(
                            target,
                            new Hop(outcome, shortened(why), 1),
                            (before, now) ->
                                    new Hop(now.outcome(), now.why(), before.attempts() + 1));
        }
    }

    /** Newest first. */
    synchronized ObjectNode view() {
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("accepted", accepted).put("refused", refusals);
        ArrayNode events = view.putArray("recent");
        for (Seen seen : new ArrayList<>(byId.values()).reversed()) {
            events.add(view(seen));
        }
        ArrayNode notAccepted = view.putArray("recentlyRefused");
        refused.reversed().forEach(notAccepted::add);
        return view;
    }

    private static ObjectNode view(Seen seen) {
        ObjectNode event = seen.event().deepCopy();
        event.put("targets", seen.targets());
        ArrayNode hops = event.putArray("went");
        seen.hops()
                .forEach((target, hop) -> {
                    ObjectNode node = hops.addObject().put("target", target);
                    node.put(
                            "outcome",
                            hop.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                    if (hop.attempts() > 1) {
                        node.put("attempts", hop.attempts());
                    }
                    if (!hop.why().isEmpty()) {
                        node.put("why", hop.why());
                    }
                });
        return event;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
