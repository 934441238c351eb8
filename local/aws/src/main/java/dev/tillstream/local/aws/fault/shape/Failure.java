package dev.tillstream.local.aws.fault.shape;

import dev.tillstream.local.aws.fault.Call;
import dev.tillstream.local.aws.fault.FaultKind;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error as AWS answers it, by the service's own code and status (from the API references and
 * botocore's models).
 *
 * @param more members of the error besides code and message, an empty object if none
 */
public record Failure(int status, String code, String message, JsonNode more) {

    private static final Set<String> KINESIS_DATA = Set.of("PutRecord", "PutRecords", "GetRecords");
    private static final Set<String> FIREHOSE_DATA = Set.of("PutRecord", "PutRecordBatch");
    private static final Set<String> DYNAMODB_TABLES =
            Set.of("CreateTable", "UpdateTable", "DeleteTable", "DescribeTable", "ListTables");

    private Failure(int status, String code, String message) {
        this(status, code, message, JsonNodeFactory.instance.objectNode());
    }

    /**
     * Of a call that a fault strikes as a whole.
     *
     * @param input the request's members, an empty object where there are none
     */
    public static Failure of(FaultKind kind, Call call, JsonNode input) {
        return switch (kind) {
            case THROTTLE -> throttled(call);
            case ERROR -> internal(call);
            case OUTAGE -> unavailable(call);
            case CONFLICT -> conflict(call, input);
            case PARTIAL, LATENCY, LOST_REPLY, RESET, DUPLICATE, REORDER ->
                    throw new IllegalArgumentException(kind.text() + " has no answer of its own");
        };
    }

    /** Is the caller to blame? Protocols that tell say so. */
    public boolean isSender() {
        return status < 500;
    }

    private static Failure throttled(Call call) {
        String slower = "Rate exceeded";
        return switch (call.service()) {
            case "kinesis" ->
                    KINESIS_DATA.contains(call.operation())
                            ? new Failure(400, "ProvisionedThroughputExceededException", slower)
                            : new Failure(400, "LimitExceededException", slower);
            case "dynamodb" ->
                    DYNAMODB_TABLES.contains(call.operation())
                            ? new Failure(400, "ThrottlingException", slower)
                            : new Failure(
                                    400,
                                    "ProvisionedThroughputExceededException",
                                    "The level of configured provisioned throughput for the table"
                                            + " was exceeded. Consider increasing your provisioning"
                                            + " level with the UpdateTable API.");
            case "firehose" ->
                    FIREHOSE_DATA.contains(call.operation())
                            ? new Failure(503, "ServiceUnavailableException", "Slow down.")
                            : new Failure(400, "LimitExceededException", slower);
            case "s3" -> new Failure(503, "SlowDown", "Please reduce your request rate.");
            case "sqs" -> new Failure(403, "RequestThrottled", slower);
            case "sts", "cloudformation", "monitoring" -> new Failure(400, "Throttling", slower);
            default -> new Failure(400, "ThrottlingException", slower);
        };
    }

    private static Failure internal(Call call) {
        String message = "We encountered an internal error. Please try again.";
        return switch (call.service()) {
            case "events" -> new Failure(500, "InternalException", message);
            case "dynamodb", "ssm" -> new Failure(500, "InternalServerError", message);
            case "s3" -> new Failure(500, "InternalError", message);
            case "monitoring" -> new Failure(500, "InternalServiceError", message);
            default -> new Failure(500, "InternalFailure", message);
        };
    }

    private static Failure unavailable(Call call) {
        boolean named = Set.of("firehose", "kinesis", "events", "ssm").contains(call.service());
        return new Failure(
                503,
                named ? "ServiceUnavailableException" : "ServiceUnavailable",
                "The service is unavailable. Please try again shortly.");
    }

    private static Failure conflict(Call call, JsonNode input) {
        String reason = "Transaction is ongoing for the item";
        if (!call.operation().startsWith("Transact")) {
            return new Failure(400, "TransactionConflictException", reason);
        }
        int items = Math.max(1, input.path("TransactItems").size());
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        var reasons = more.putArray("CancellationReasons");
        // The first item is the one that is held; the others had nothing against it.
        reasons.addObject().put("Code", "TransactionConflict").put("Message", reason);
        for (int i = 1; i < items; i++) {
            reasons.addObject().put("Code", "None");
        }
        return new Failure(
                400,
                "TransactionCanceledException",
                "Transaction cancelled, please refer cancellation reasons for specific reasons"
                        + " [TransactionConflict"
                        + ", None".repeat(items - 1)
                        + "]",
                more);
    }
}
