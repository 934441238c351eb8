package dev.tillstream.local.aws.fault.seen;

import dev.tillstream.local.aws.fault.Call;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as faults see it.
 *
 * @param input the request's members, an empty object in protocols that are not read into a tree
 */
public record SeenCall(Call call, Protocol protocol, ObjectNode input) {

    /** Can the reply be taken apart and put together again? */
    public boolean isTree() {
        return protocol == Protocol.JSON || protocol == Protocol.CBOR;
    }

    public boolean isTo(String service, String operation) {
        return call.service().equals(service) && call.operation().equals(operation);
    }

    /** The one queue or stream it is about. */
    public String resource() {
        return call.resources().stream().findFirst().orElse("");
    }
}
