package dev.tillstream.ingest.tomcat;

import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP/1.1 whose requests under way have small buffers for their answers: Tomcat gives each one
 * room for 8,192 bytes and as many characters, 24 KB, however short the answer is. Public, since
 * Tomcat creates it by name.
 */
public final class SmallAnswers extends Http11NioProtocol {

    private static final int BYTES = 2048;

    @Override
    public int getDesiredBufferSize() {
        return BYTES;
    }
}
