package dev.tillstream.ingest.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tillstream.ingest.problem.Problem;
import io.micrometer.core.instrument.Counter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers 429 at once to what the {@link Gate} has no place for, before keys, filters and servlets
 * cost anything. A small body is read and thrown away first, so that its connection goes on; other
 * connections are closed.
 */
public final class GateValve extends ValveBase {

    /** Set on requests that are not worth a line in the log: there may be thousands a second. */
    public static final String REFUSED = GateValve.class.getName() + ".refused";

    private static final String PASS = GateValve.class.getName() + ".pass";
    private static final int SMALL = 64 * 1024;

    /** No event of the contract has fewer bytes. */
    private static final int SMALLEST_EVENT = 160;

    private final Gate gate;
    private final int chunk;
    private final Counter refused;
    private final byte[] answer;

    GateValve(Gate gate, int chunk, Counter refused) {
        this.chunk = chunk;
        this.gate = gate;
        this.refused = refused;
        ProblemDetail busy = Problem.busy().getBody();
        this.answer = new JsonMapper().writeValueAsString(busy).getBytes(UTF_8);
    }

    /** The place of a request, which this valve has let in. */
    public static Gate.Pass passOf(HttpServletRequest request) {
        if (request.getAttribute(PASS) instanceof Gate.Pass pass) {
            return pass;
        }
        throw new IllegalStateException("no request comes in but by the gate");
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try (Gate.Pass pass = gate.pass(events(request))) {
            if (isThere(request) ? pass.begin() : pass.mayWait()) {
                request.setAttribute(PASS, pass);
                getNext().invoke(request, response);
            } else {
                refuse(request, response, pass.isUnderWay());
            }
        }
    }

    /** Of a body of unknown length, one call's worth: what does not fit is refused later. */
    private int events(Request request) {
        long length = request.getContentLengthLong();
        return length < 0 ? 10 : (int) Math.min(chunk, 1 + length / SMALLEST_EVENT);
    }

    /** Whether all of its body is in the buffer that its head came with. */
    private static boolean isThere(Request request) {
        long length = request.getContentLengthLong();
        request.getCoyoteRequest().action(ActionCode.AVAILABLE, false);
        return length >= 0 && length <= request.getCoyoteRequest().getAvailable();
    }

    private void refuse(Request request, Response response, boolean mayWait) throws IOException {
        refused.increment();
        request.setAttribute(REFUSED, true);
        if (!isDrained(request, mayWait)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        response.setStatus(429);
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }

    private static boolean isDrained(Request request, boolean mayWait) throws IOException {
        InputStream body = request.getInputStream();
        long length = request.getContentLengthLong();
        if (length > SMALL || !(mayWait || isThere(request))) {
            return false;
        }
        for (int left = SMALL; left > 0; ) {
            int count = (int) body.skip(left);
            if (count <= 0) {
                return request.isFinished();
            }
            left -= count;
        }
        return request.isFinished();
    }
}
