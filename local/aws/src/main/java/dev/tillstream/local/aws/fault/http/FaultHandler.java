package dev.tillstream.local.aws.fault.http;

import dev.tillstream.local.aws.fault.Call;
import dev.tillstream.local.aws.fault.Fault;
import dev.tillstream.local.aws.fault.Faults;
import dev.tillstream.local.aws.fault.seen.CallReader;
import dev.tillstream.local.aws.fault.seen.S3CallReader;
import dev.tillstream.local.aws.fault.seen.SeenCall;
import dev.tillstream.local.aws.fault.shape.Batch;
import dev.tillstream.local.aws.fault.shape.Failure;
import dev.tillstream.local.aws.http.AwsCall;
import dev.tillstream.local.aws.http.KeptResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets faults strike the calls on their way to a handler. It blocks freely, as each request has a
 * virtual thread; without faults it costs nothing.
 */
public final class FaultHandler extends Handler.Wrapper {

    private static final Logger log = LoggerFactory.getLogger(FaultHandler.class);

    private final Faults faults;
    private final Receives receives;

    public FaultHandler(Faults faults, Handler handler) {
        super(handler);
        this.faults = faults;
        this.receives = new Receives(faults);
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (faults.isEmpty()) {
            return super.handle(request, response, callback);
        }
        AwsCall call = AwsCall.of(request);
        if (!call.isS3() && !CallReader.knows(call)) {
            return super.handle(request, response, callback);
        }
        if (call.isS3()) {
            return strike(S3CallReader.read(request), request, response, callback);
        }
        byte[] body = Content.Source.asInputStream(request).readAllBytes();
        var buffered = new BufferedRequest(request, body);
        return strike(CallReader.read(buffered, body), buffered, response, callback);
    }

    private boolean strike(SeenCall seen, Request request, Response response, Callback callback)
            throws Exception {
        Faults.Verdict verdict = faults.strike(seen.call());
        Thread.sleep(verdict.delay());
        Fault fault = verdict.fault();
        if (fault == null) {
            return deliver(seen, request, response, callback);
        }
        log.debug("{} strikes {}", fault.id(), seen.call());
        switch (fault.rule().kind()) {
            case RESET -> ConnectionReset.of(request, callback);
            case LOST_REPLY -> {
                var lost =
                        Callback.from(
                                () -> ConnectionReset.of(request, callback), callback::failed);
                return super.handle(request, new KeptResponse(request, response, false), lost);
            }
            case PARTIAL -> {
                return partial(fault, seen, request, response, callback);
            }
            case THROTTLE, ERROR, OUTAGE, CONFLICT, LATENCY, DUPLICATE, REORDER -> {
                discard(request);
                Failure failure = Failure.of(fault.rule().kind(), seen.call(), seen.input());
                FailureReply.send(response, seen, failure, callback);
            }
        }
        return true;
    }

    private boolean partial(
            Fault fault, SeenCall seen, Request request, Response response, Callback callback)
            throws Exception {
        Batch batch = batch(fault, seen);
        if (batch == null || !seen.isTree() || batch.size(seen.input()) == 0) {
            return super.handle(request, response, callback);
        }
        var refused = fault.refused(batch.size(seen.input()));
        var rest = batch.without(refused, seen.input());
        var reply = new TreeReply(seen, response, callback);
        if (rest == null) {
            reply.send(batch.reply(refused, seen.input(), null));
            return true;
        }
        return reply.edited(
                new BufferedRequest(request, reply.format().write(rest)),
                getHandler(),
                answer -> batch.reply(refused, seen.input(), answer));
    }

    private static @Nullable Batch batch(Fault fault, SeenCall seen) {
        Batch batch = Batch.of(seen.call());
        String code = fault.rule().code();
        return batch == null || code.isEmpty() ? batch : batch.saying(code);
    }

    /** Messages and records may come again, or in another order. */
    private boolean deliver(SeenCall seen, Request request, Response response, Callback callback)
            throws Exception {
        Call call = seen.call();
        if (!seen.isTree()) {
            return super.handle(request, response, callback);
        }
        var reply = new TreeReply(seen, response, callback);
        if (seen.isTo("kinesis", "GetRecords")) {
            return reply.edited(request, getHandler(), answer -> Reread.edit(faults, seen, answer));
        }
        if (call.service().equals("sqs")) {
            return receives.handle(seen, request, reply, getHandler());
        }
        return super.handle(request, response, callback);
    }

    /** A client that is still sending would see a reset instead of the answer. */
    private static void discard(Request request) throws IOException {
        try (InputStream body = Content.Source.asInputStream(request)) {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }
}
