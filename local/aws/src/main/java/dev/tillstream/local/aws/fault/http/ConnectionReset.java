package dev.tillstream.local.aws.fault.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Ends the connection of a request with a TCP reset, as a crashed server or a NAT would. */
final class ConnectionReset extends IOException implements QuietException {

    private static final long serialVersionUID = 1L;

    private ConnectionReset() {
        super("Reset by a fault");
    }

    /** With HTTP/2 all requests of the connection end. */
    static void of(Request request, Callback callback) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        var reset = new ConnectionReset();
        try {
            if (endPoint.getTransport() instanceof SocketChannel channel) {
                // Without lingering, closing sends RST instead of FIN.
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            reset.addSuppressed(e);
        }
        endPoint.close(reset);
        callback.failed(reset);
    }
}
