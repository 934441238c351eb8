package dev.tillstream.producer.envelope;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The envelope that EventBridge puts around an event, so that whoever reads a stream finds the same
 * whether it went through the bus or not. Its id is made of the event's identity: a repeat has the
 * same.
 */
public final class Envelope {

    /** Who puts events on the bus without ingest. */
    public static final String SOURCE = "tillstream.producer";

    /** Who puts events where the bus has never been; an audit looks for it. */
    public static final String PAST_THE_BUS = "tillstream.producer.past-the-bus";

    private final EventCodec codec = new EventCodec();
    private final String account;
    private final String region;

    public Envelope(String account, String region) {
        this.account = account;
        this.region = region;
    }

    /** One JSON object, without line breaks. */
    public String of(StoreEvent event) {
        return "{\"version\":\"0\",\"id\":\""
                + id(event)
                + "\",\"detail-type\":\""
                + event.detailType()
                + "\",\"source\":\""
                + PAST_THE_BUS
                + "\",\"account\":\""
                + account
                + "\",\"time\":\""
                + event.time()
                + "\",\"region\":\""
                + region
                + "\",\"resources\":[],\"detail\":"
                + codec.encodeDetail(event)
                + "}";
    }

    private static UUID id(StoreEvent event) {
        ByteBuffer hash = ByteBuffer.wrap(event.identity().hash());
        return new UUID(hash.getLong(), hash.getLong());
    }
}
