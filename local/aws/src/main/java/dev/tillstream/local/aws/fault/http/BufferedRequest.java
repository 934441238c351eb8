package dev.tillstream.local.aws.fault.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Request;

/** A request with a body from memory: the one it came with, or another. */
final class BufferedRequest extends Request.Wrapper {

    private final byte[] body;
    private final Content.Source source;
    private final HttpFields headers;

    BufferedRequest(Request request, byte[] body) {
        super(request);
        this.body = body;
        this.source = new ByteBufferContentSource(ByteBuffer.wrap(body));
        // A reply that is taken apart must come as it is.
        this.headers =
                HttpFields.build(request.getHeaders())
                        .remove(HttpHeader.TRANSFER_ENCODING)
                        .remove(HttpHeader.ACCEPT_ENCODING)
                        .put(
                                new HttpField(
                                        HttpHeader.CONTENT_LENGTH, Integer.toString(body.length)))
                        .asImmutable();
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }

    @Override
    public long getLength() {
        return body.length;
    }

    @Override
    public Content.Chunk read() {
        return source.read();
    }

    @Override
    public void demand(Runnable demandCallback) {
        source.demand(demandCallback);
    }

    @Override
    public void fail(Throwable failure) {
        source.fail(failure);
    }

    @Override
    public boolean consumeAvailable() {
        return true;
    }
}
