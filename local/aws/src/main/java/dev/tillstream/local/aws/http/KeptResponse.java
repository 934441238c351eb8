package dev.tillstream.local.aws.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Takes an answer without sending it. */
public final class KeptResponse extends Response.Wrapper {

    private final boolean needed;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean last;

    /**
     * @param needed whether the body is kept for {@link #body()} or dropped
     */
    public KeptResponse(Request request, Response response, boolean needed) {
        super(request, response);
        this.needed = needed;
    }

    public byte[] body() {
        return body.toByteArray();
    }

    @Override
    public boolean hasLastWrite() {
        return last;
    }

    @Override
    public void write(boolean isLast, ByteBuffer content, Callback callback) {
        last |= isLast;
        if (needed && BufferUtil.hasContent(content)) {
            try {
                Channels.newChannel(body).write(content);
            } catch (IOException e) {
                throw new UncheckedIOException("Memory does not take it", e);
            }
        } else {
            BufferUtil.clear(content);
        }
        callback.succeeded();
    }
}
