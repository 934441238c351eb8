package dev.tillstream.ingest.gate;

import jakarta.servlet.ServletInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** A body that leaves its request's place to others while none of it is there. */
public final class PatientInputStream extends FilterInputStream {

    private final ServletInputStream body;
    private final Gate.Pass pass;

    public PatientInputStream(ServletInputStream body, Gate.Pass pass) {
        super(body);
        this.body = body;
        this.pass = pass;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (!body.isFinished() && body.available() == 0) {
            pass.pause();
        }
        int count = body.read(buffer, offset, length);
        pass.resume();
        return count;
    }
}
