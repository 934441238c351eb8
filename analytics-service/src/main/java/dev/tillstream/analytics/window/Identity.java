package dev.tillstream.analytics.window;

import dev.tillstream.contract.EventIdentity;
import java.nio.ByteBuffer;

/** The 16-byte hash of an event's identity: what a window remembers of an event it has counted. */
public record Identity(long high, long low) {

    public static final int BYTES = 16;

    public static Identity of(EventIdentity event) {
        return readFrom(ByteBuffer.wrap(event.hash()));
    }

    public static Identity readFrom(ByteBuffer bytes) {
        return new Identity(bytes.getLong(), bytes.getLong());
    }

    public void writeTo(ByteBuffer bytes) {
        bytes.putLong(high).putLong(low);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Identity(long otherHigh, long otherLow)
                && high == otherHigh
                && low == otherLow;
    }

    /** It is a hash already: any part of it is as good as all. */
    @Override
    public int hashCode() {
        return (int) low;
    }
}
