package dev.tillstream.local.aws.fault.seen;

import dev.tillstream.local.aws.fault.Call;
import dev.tillstream.local.aws.http.AwsCall;
import dev.tillstream.local.aws.http.Form;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.WireFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads which service, operation and resources a request is about. */
public final class CallReader {

    private static final Map<String, String> SERVICES =
            Map.of(
                    "DynamoDB_20120810", "dynamodb",
                    "DynamoDBStreams_20120810", "dynamodb",
                    "AmazonSQS", "sqs",
                    "Kinesis_20131202", "kinesis",
                    "AWSEvents", "events",
                    "Firehose_20150804", "firehose",
                    "AmazonSSM", "ssm",
                    "GraniteServiceVersion20100801", "monitoring");
    private static final Set<String> QUERY_SERVICES =
            Set.of("sqs", "sts", "cloudformation", "monitoring");
    private static final Pattern RPC = Pattern.compile("/service/([^/]+)/operation/([^/]+)");

    private CallReader() {}

    /** Of a service with faults: only then the body may be taken from the request. */
    public static boolean knows(AwsCall call) {
        return SERVICES.containsKey(call.targetPrefix())
                || (call.targetPrefix().isEmpty() && QUERY_SERVICES.contains(call.service()));
    }

    public static SeenCall read(Request request, byte[] body) {
        AwsCall call = AwsCall.of(request);
        String service = SERVICES.get(call.targetPrefix());
        if (service != null) {
            return tree(service, call.operation(), request, body);
        }
        Matcher rpc = RPC.matcher(request.getHttpURI().getPath());
        if (rpc.matches()) {
            return opaque(call.service(), rpc.group(2), Set.of(), Protocol.RPC);
        }
        Form form = Form.of(request, body);
        Set<String> resources = new TreeSet<>();
        form.find("QueueUrl")
                .or(() -> path(request))
                .map(Resources::name)
                .ifPresent(resources::add);
        form.find("QueueName").ifPresent(resources::add);
        form.find("StackName").ifPresent(resources::add);
        return opaque(call.service(), form.action(), resources, Protocol.QUERY);
    }

    private static Optional<String> path(Request request) {
        String path = request.getHttpURI().getPath();
        return path.length() > 1 ? Optional.of(path) : Optional.empty();
    }

    private static SeenCall opaque(
            String service, String operation, Set<String> resources, Protocol protocol) {
        return new SeenCall(
                new Call(service, operation, resources),
                protocol,
                JsonNodeFactory.instance.objectNode());
    }

    private static SeenCall tree(String service, String operation, Request request, byte[] body) {
        WireFormat format = WireFormat.of(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        ObjectNode input = input(format, body);
        return new SeenCall(
                new Call(service, operation, Resources.of(service, input)),
                format == WireFormat.CBOR ? Protocol.CBOR : Protocol.JSON,
                input);
    }

    /** What is no tree will be refused by the service itself. */
    private static ObjectNode input(WireFormat format, byte[] body) {
        @Nullable JsonNode input;
        try {
            input = format.read(body);
        } catch (AwsException e) {
            input = null;
        }
        return input instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
