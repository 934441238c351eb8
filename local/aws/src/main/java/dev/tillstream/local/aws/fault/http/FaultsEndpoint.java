package dev.tillstream.local.aws.fault.http;

import dev.tillstream.local.aws.fault.BadFaultException;
import dev.tillstream.local.aws.fault.Fault;
import dev.tillstream.local.aws.fault.FaultJson;
import dev.tillstream.local.aws.fault.Faults;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /_local/faults}: POST or PUT adds a fault, GET lists them with their hits, DELETE removes
 * all, or the one of {@code /_local/faults/<id>}.
 */
public final class FaultsEndpoint extends Handler.Abstract {

    private static final String PATH = "/_local/faults";
    private static final int LONGEST = 64 * 1024;

    private final Faults faults;
    private final RandomGenerator seeds;

    /**
     * @param seeds gives the seeds of faults that name none
     */
    public FaultsEndpoint(Faults faults, RandomGenerator seeds) {
        this.faults = faults;
        this.seeds = seeds;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        String path = request.getHttpURI().getPath();
        if (!path.equals(PATH) && !path.startsWith(PATH + "/")) {
            return false;
        }
        String id = path.equals(PATH) ? "" : path.substring(PATH.length() + 1);
        switch (request.getMethod()) {
            case "GET" -> get(id, response, callback);
            case "POST", "PUT" -> add(request, response, callback);
            case "DELETE" -> delete(id, response, callback);
            default -> problem(response, 405, "Use GET, POST, PUT or DELETE", callback);
        }
        return true;
    }

    private void get(String id, Response response, Callback callback) {
        if (!id.isEmpty()) {
            faults.find(id)
                    .ifPresentOrElse(
                            fault -> send(response, 200, FaultJson.write(fault), callback),
                            () -> missing(response, id, callback));
            return;
        }
        ObjectNode list = JsonMapper.shared().createObjectNode();
        ArrayNode all = list.putArray("faults");
        faults.all().stream().map(FaultJson::write).forEach(all::add);
        send(response, 200, list, callback);
    }

    private void add(Request request, Response response, Callback callback) throws IOException {
        byte[] body = Content.Source.asInputStream(request).readNBytes(LONGEST);
        Fault fault;
        try {
            fault = faults.add(FaultJson.read(body, seeds));
        } catch (BadFaultException e) {
            problem(response, 400, String.valueOf(e.getMessage()), callback);
            return;
        }
        send(response, 201, FaultJson.write(fault), callback);
    }

    private void delete(String id, Response response, Callback callback) {
        if (id.isEmpty()) {
            faults.clear();
        } else if (!faults.remove(id)) {
            missing(response, id, callback);
            return;
        }
        response.setStatus(204);
        callback.succeeded();
    }

    private static void missing(Response response, String id, Callback callback) {
        problem(response, 404, "There is no fault " + id, callback);
    }

    private static void problem(Response response, int status, String detail, Callback callback) {
        send(
                response,
                status,
                JsonMapper.shared().createObjectNode().put("status", status).put("detail", detail),
                callback);
    }

    private static void send(Response response, int status, JsonNode json, Callback callback) {
        response.setStatus(status);
        String type = status < 400 ? "application/json" : "application/problem+json";
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        Content.Sink.write(response, true, json.toString(), callback);
    }
}
