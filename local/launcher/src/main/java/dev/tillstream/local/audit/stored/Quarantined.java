package dev.tillstream.local.audit.stored;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Identities of the events that analytics could read but not count in {@code sales_revenue}. */
record Quarantined(Bucket bucket) {

    Set<String> read() {
        return bucket.keys("quarantine/")
                .flatMap(key -> JsonObjects.split(bucket.bytes(key)).stream())
                .map(DeliveredRows.EXACT::readTree)
                .filter(record ->
                        record.path("view").asString(WindowTable.VIEW).equals(WindowTable.VIEW))
                .map(record -> record.path("identity"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .collect(Collectors.toSet());
    }
}
