package dev.tillstream.local.aws.http;

import dev.tillstream.local.aws.engine.SqsEngine;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;

/** Passes calls on to an engine that listens on a port of its own. */
final class EngineProxy extends ProxyHandler.Reverse {

    private static final String VIRTUAL_HOST = ".localhost";

    private final Consumer<AwsCall> beforeAnswer;

    private EngineProxy(Function<Request, HttpURI> rewriter, Consumer<AwsCall> beforeAnswer) {
        super(rewriter);
        this.beforeAnswer = beforeAnswer;
    }

    static EngineProxy sqs(SqsEngine sqs) {
        return new EngineProxy(
                request -> at(sqs.port(), request.getHttpURI()),
                call -> {
                    if (!call.operation().contains("Message")) {
                        sqs.settle();
                    }
                });
    }

    static EngineProxy s3(int port) {
        return new EngineProxy(request -> pathStyle(port, request), call -> {});
    }

    @Override
    protected org.eclipse.jetty.client.Request newProxyToServerRequest(
            Request request, HttpURI uri) {
        AwsCall call = AwsCall.of(request);
        return super.newProxyToServerRequest(request, uri)
                .onResponseBegin(answer -> beforeAnswer.accept(call));
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
        // A long poll keeps its connection for up to 20 seconds; never queue behind such.
        client.setMaxConnectionsPerDestination(1024);
        client.setMaxRequestsQueuedPerDestination(4096);
        client.setRequestBufferSize(32 * 1024);
        client.setIdleTimeout(Front.IDLE_MILLIS);
    }

    /** {@code http://bucket.localhost/key} becomes {@code /bucket/key}. */
    private static HttpURI pathStyle(int port, Request request) {
        HttpURI uri = request.getHttpURI();
        String host = Request.getServerName(request);
        if (host == null || !host.endsWith(VIRTUAL_HOST)) {
            return at(port, uri);
        }
        String bucket = host.substring(0, host.length() - VIRTUAL_HOST.length());
        return HttpURI.build(at(port, uri))
                .path("/" + bucket + uri.getPath())
                .query(uri.getQuery())
                .asImmutable();
    }

    private static HttpURI at(int port, HttpURI uri) {
        return HttpURI.build(uri).scheme("http").host("127.0.0.1").port(port).asImmutable();
    }
}
