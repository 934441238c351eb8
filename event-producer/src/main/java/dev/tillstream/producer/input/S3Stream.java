package dev.tillstream.producer.input;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.Abortable;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The bytes of an object. A connection that breaks is replaced by another one from the same byte
 * on: a large object takes longer than connections live.
 */
final class S3Stream extends InputStream {

    /** Without a byte in between. */
    private static final int MOST_FAILURES = 5;

    private final S3Input object;
    private @Nullable InputStream body;
    private long position;
    private int failures;

    S3Stream(S3Input object) {
        this.object = object;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0 || position >= object.size()) {
            return length == 0 ? 0 : -1;
        }
        while (true) {
            try {
                if (body == null) {
                    body = get();
                }
                int read = body.read(bytes, offset, length);
                if (read < 0) {
                    throw new IOException("ended after " + position + " bytes");
                }
                position += read;
                failures = 0;
                return read;
            } catch (IOException | SdkException e) {
                giveUpOrGoOn(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        // What is left isn't read: the connection can't be used again.
        if (body instanceof Abortable abortable) {
            abortable.abort();
        }
        if (body != null) {
            body.close();
            body = null;
        }
    }

    private InputStream get() {
        return object.s3()
                .getObject(request ->
                        request.bucket(object.bucket())
                                .key(object.key())
                                .ifMatch(object.version())
                                .range(position == 0 ? null : "bytes=" + position + "-"));
    }

    private void giveUpOrGoOn(Exception failure) throws IOException {
        failures++;
        boolean changed =
                failure instanceof S3Exception s3
                        && s3.statusCode() >= 400
                        && s3.statusCode() < 500;
        if (changed || failures == MOST_FAILURES) {
            throw new IOException(object.name() + ": " + failure.getMessage(), failure);
        }
        try {
            close();
        } catch (IOException e) {
            body = null;
        }
    }
}
