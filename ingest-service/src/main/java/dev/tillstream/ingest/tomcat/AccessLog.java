package dev.tillstream.ingest.tomcat;

import dev.tillstream.ingest.gate.GateValve;
import java.io.CharArrayWriter;
import org.apache.catalina.valves.AbstractAccessLogValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line per request in the service's own log, logger {@code access}: who, what, which status,
 * how many bytes, how many milliseconds. No query, no header, no body: neither keys nor payloads.
 * What the gate refused is counted only.
 */
final class AccessLog extends AbstractAccessLogValve {

    private static final Logger LOG = LoggerFactory.getLogger("access");

    AccessLog() {
        setPattern("%a %m %U %s %B %{ms}T");
        setConditionUnless(GateValve.REFUSED);
    }

    @Override
    protected void log(CharArrayWriter message) {
        LOG.info("{}", message);
    }
}
