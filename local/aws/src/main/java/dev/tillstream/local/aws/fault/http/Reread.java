package dev.tillstream.local.aws.fault.http;

import dev.tillstream.local.aws.fault.FaultKind;
import dev.tillstream.local.aws.fault.Faults;
import dev.tillstream.local.aws.fault.seen.SeenCall;
import tools.jackson.databind.node.ObjectNode;

/** Kinesis: the reader goes on from where it was, as one does that takes over a lease. */
final class Reread {

    private Reread() {}

    static ObjectNode edit(Faults faults, SeenCall seen, ObjectNode answer) {
        if (!answer.path("Records").isEmpty()
                && faults.strike(seen.call(), FaultKind.DUPLICATE).isPresent()) {
            answer.set("NextShardIterator", seen.input().path("ShardIterator"));
            answer.remove("ChildShards");
        }
        return answer;
    }
}
