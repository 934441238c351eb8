package dev.tillstream.local.aws.fault;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Faults as JSON: what the endpoint takes and shows. */
public final class FaultJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> FIELDS =
            new TreeSet<>(
                    Set.of(
                            "kind",
                            "service",
                            "operation",
                            "resource",
                            "probability",
                            "count",
                            "seed",
                            "millis",
                            "share",
                            "code"));

    private FaultJson() {}

    /**
     * Reads a fault; {@code kind} is the one field it must have.
     *
     * @param seeds gives the seed of a fault that names none
     */
    public static FaultRule read(byte[] body, RandomGenerator seeds) {
        JsonNode json = object(body);
        for (String name : json.propertyNames()) {
            if (!FIELDS.contains(name)) {
                throw new BadFaultException(name + " is no field of a fault; there are " + FIELDS);
            }
        }
        if (!json.hasNonNull("kind")) {
            throw new BadFaultException("kind is missing");
        }
        return new FaultRule(
                FaultKind.parse(text(json, "kind")),
                text(json, "service"),
                text(json, "operation"),
                text(json, "resource"),
                decimal(json, "probability", 1),
                integer(json, "count", Long.MAX_VALUE),
                // Small enough for every JSON reader to give it back as it was.
                integer(json, "seed", seeds.nextInt(Integer.MAX_VALUE)),
                Duration.ofMillis(integer(json, "millis", 0)),
                decimal(json, "share", 0.5),
                text(json, "code"));
    }

    /** A fault with its hits; fields that say nothing are left out. */
    public static ObjectNode write(Fault fault) {
        FaultRule rule = fault.rule();
        ObjectNode json = JSON.createObjectNode();
        json.put("id", fault.id()).put("kind", rule.kind().text());
        putUnlessEmpty(json, "service", rule.service());
        putUnlessEmpty(json, "operation", rule.operation());
        putUnlessEmpty(json, "resource", rule.resource());
        json.put("probability", rule.probability());
        if (rule.count() != Long.MAX_VALUE) {
            json.put("count", rule.count());
        }
        json.put("seed", rule.seed());
        if (!rule.time().isZero()) {
            json.put("millis", rule.time().toMillis());
        }
        if (rule.kind() == FaultKind.PARTIAL) {
            json.put("share", rule.share());
            putUnlessEmpty(json, "code", rule.code());
        }
        return json.put("calls", fault.calls())
                .put("hits", fault.hits())
                .put("spent", fault.isSpent());
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            throw new BadFaultException("The body is no JSON: " + e.getOriginalMessage());
        }
        throw new BadFaultException("The body must be a JSON object");
    }

    private static void putUnlessEmpty(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString() || value.stringValue().isEmpty()) {
            throw new BadFaultException(name + " must be a text that is not empty");
        }
        return value.stringValue();
    }

    private static long integer(JsonNode json, String name, long absent) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new BadFaultException(name + " must be an integer, not " + value);
        }
        return value.longValue();
    }

    private static double decimal(JsonNode json, String name, double absent) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
        if (!value.isNumber()) {
            throw new BadFaultException(name + " must be a number, not " + value);
        }
        return value.doubleValue();
    }
}
