package dev.tillstream.contract.json;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.InvalidValueException;
import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.Violation;
import java.util.List;

/**
 * Turns the bytes of an event into a {@link StoreEvent} and back, exactly: money never passes
 * through binary floating point, and fields that the contract doesn't know travel on as they were
 * written.
 *
 * <p>Thread-safe.
 */
public final class EventCodec {

    /** What SQS and EventBridge have always taken. */
    public static final int DEFAULT_MAXIMUM_BYTES = 262_144;

    private final int maximumBytes;
    private final DetailSchemas schemas = new DetailSchemas();

    public EventCodec() {
        this(DEFAULT_MAXIMUM_BYTES);
    }

    /**
     * A codec with a size limit of its own.
     *
     * @param maximumBytes the largest event that is accepted, as UTF-8
     */
    public EventCodec(int maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    /**
     * Reads an EventBridge envelope, or what a till sends: an object with {@code detail-type},
     * {@code time} and {@code detail}; its other fields are not looked at.
     *
     * @throws EventRejectedException naming each field that is wrong, and why
     */
    public StoreEvent decode(byte[] envelope) {
        return read(envelope).event();
    }

    /**
     * The same, with the fields of the detail, for those who need more of them than the event's
     * Java type has.
     *
     * @throws EventRejectedException naming each field that is wrong, and why
     */
    public DecodedEvent read(byte[] envelope) {
        if (envelope.length > maximumBytes) {
            String reason =
                    "has " + envelope.length + " bytes, at most " + maximumBytes + " are taken";
            throw new EventRejectedException(new Violation("", Violation.TOO_LARGE, reason));
        }
        Envelope read = Envelope.read(envelope);
        try {
            StoreEvent event =
                    switch (read.detailType()) {
                        case SaleRecorded.DETAIL_TYPE -> DetailForms.sale(read);
                        case InventoryChanged.DETAIL_TYPE -> DetailForms.inventory(read);
                        default -> other(read);
                    };
            return new DecodedEvent(event, new DetailFields(event, read.detail().fields()));
        } catch (InvalidValueException e) {
            throw new EventRejectedException(
                    new Violation(
                            Envelope.pointerTo(e.field()), Violation.INVALID_VALUE, e.reason()));
        }
    }

    /** The event's detail as the bus carries it, its defaults written out. */
    public String encodeDetail(StoreEvent event) {
        return switch (event) {
            case SaleRecorded sale -> DetailForms.write(sale);
            case InventoryChanged change -> DetailForms.write(change);
            case OtherEvent other -> other.extra();
        };
    }

    /** The event as a till sends it: {@code {"detail-type":..,"time":..,"detail":{..}}}. */
    public String encode(StoreEvent event) {
        return "{\"detail-type\":\"%s\",\"time\":\"%s\",\"detail\":%s}"
                .formatted(event.detailType(), event.time(), encodeDetail(event));
    }

    private OtherEvent other(Envelope read) {
        DetailReader detail = read.detail();
        var storeId = detail.storeId();
        var requestId = detail.requestId();
        detail.throwIfRefused();
        String json = detail.json();
        List<Violation> violations = schemas.violations(read.detailType(), json);
        if (!violations.isEmpty()) {
            throw new EventRejectedException(violations);
        }
        return new OtherEvent(
                read.detailType(),
                DetailReader.present(storeId),
                DetailReader.present(requestId),
                read.time(),
                json);
    }
}
