package dev.tillstream.local.aws.http;

import java.util.function.Predicate;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets a handler see only the calls meant for it. */
final class Selected extends Handler.Wrapper {

    private final Predicate<AwsCall> wanted;

    Selected(Predicate<AwsCall> wanted, Handler handler) {
        super(handler);
        this.wanted = wanted;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return wanted.test(AwsCall.of(request)) && super.handle(request, response, callback);
    }
}
