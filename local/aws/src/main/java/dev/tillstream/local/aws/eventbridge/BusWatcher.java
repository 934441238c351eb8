package dev.tillstream.local.aws.eventbridge;

import dev.tillstream.local.aws.eventbridge.target.Event;

/** Is told of every entry of PutEvents. */
public interface BusWatcher {

    /** Does nothing. */
    BusWatcher NONE =
            new BusWatcher() {
                @Override
                public void accepted(Event event, String bus, int targets) {}

                @Override
                public void refused(String bus, String source, String type, String why) {}
            };

    /** Before any of its targets, of which there may be none, gets it. */
    void accepted(Event event, String bus, int targets);

    /** What the entry says of itself, empty where it says nothing. */
    void refused(String bus, String source, String type, String why);
}
