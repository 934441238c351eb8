package dev.tillstream.local.aws.cloudwatch;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import dev.tillstream.local.aws.protocol.JsonService;
import dev.tillstream.local.aws.query.QueryService;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** PutMetricData, in the three protocols that its clients speak. */
public final class CloudWatch implements JsonService, QueryService {

    private static final int MOST_DATA = 1_000;

    private final Metrics metrics = new Metrics();

    @Override
    public String targetPrefix() {
        return "GraniteServiceVersion20100801";
    }

    @Override
    public String signingName() {
        return "monitoring";
    }

    @Override
    public String namespace() {
        return "http://monitoring.amazonaws.com/doc/2010-08-01/";
    }

    @Override
    public JsonNode handle(String operation, JsonNode input) {
        if (!operation.equals("PutMetricData")) {
            throw AwsException.unknownOperation("monitoring", operation);
        }
        Input call =
                new Input(input)
                        .allowing(
                                "Namespace",
                                "MetricData",
                                "EntityMetricData",
                                "StrictEntityValidation");
        if (call.has("EntityMetricData")) {
            throw invalid("EntityMetricData is not supported by the embedded AWS.");
        }
        String namespace = call.optionalText("Namespace").orElse("");
        if (namespace.isEmpty() || namespace.length() > 255) {
            throw invalid("The parameter Namespace must have 1 to 255 characters.");
        }
        List<Input> data = call.list("MetricData");
        if (data.isEmpty() || data.size() > MOST_DATA) {
            throw invalid("The collection MetricData must have 1 to " + MOST_DATA + " members.");
        }
        // All are read first: a bad one refuses the call.
        List<Metrics.Datum> read =
                data.stream().map(datum -> MetricDatum.read(namespace, datum)).toList();
        read.forEach(metrics::add);
        return JsonNodeFactory.instance.objectNode();
    }

    /** What was put so far, summed up. */
    public Metrics metrics() {
        return metrics;
    }

    static AwsException invalid(String message) {
        return AwsException.badRequest("InvalidParameterValue", message);
    }
}
