package dev.tillstream.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.EventRejectedException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The published schemas and the Java accept the same details. */
class SchemasAgreeTest {

    private static final String[] VALUES = {
        "null",
        "true",
        "false",
        "\"\"",
        "\" \"",
        "\"x\"",
        "\"counted\"",
        "\"received\"",
        "\"adjusted\"",
        "0",
        "1",
        "-1",
        "75.32",
        "0.0001",
        "0.00001",
        "99999999999.9999",
        "100000000000",
        "1000000000",
        "1000000001",
        "[]",
        "{}",
        "\"" + "a".repeat(64) + "\"",
        "\"" + "a".repeat(65) + "\"",
        "\"" + "a".repeat(128) + "\"",
        "\"" + "a".repeat(129) + "\"",
        "\"" + "a".repeat(257) + "\""
    };

    private final EventCodec codec = new EventCodec();
    private final DetailSchemas schemas = new DetailSchemas();

    @Property(tries = 3000)
    void onWhatIsValid(
            @ForAll("detailTypes") String detailType,
            @ForAll("mutations") Map<String, String> mutations) {
        Map<String, String> fields = new TreeMap<>(valid(detailType));
        fields.putAll(mutations);
        String detail =
                fields.entrySet().stream()
                        .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                        .collect(Collectors.joining(",", "{", "}"));
        boolean bySchema = schemas.violations(detailType, detail).isEmpty();

        assertThat(acceptedByCodec(detailType, detail)).as(detail).isEqualTo(bySchema);
    }

    @Provide
    Arbitrary<String> detailTypes() {
        return Arbitraries.of("sales-events", "inventory-events");
    }

    @Provide
    Arbitrary<Map<String, String>> mutations() {
        return Arbitraries.maps(
                        Arbitraries.of(
                                "request_id",
                                "store_id",
                                "name",
                                "category",
                                "sku",
                                "sales",
                                "quantity",
                                "is_return",
                                "change",
                                "contact_me",
                                "unknown"),
                        Arbitraries.of(VALUES))
                .ofMaxSize(2)
                .filter(fields -> !longNameWithoutSku(fields));
    }

    /** A schema can't say that a name serves as the sku only while it is short enough. */
    private static boolean longNameWithoutSku(Map<String, String> fields) {
        return fields.getOrDefault("name", "").length() > 66;
    }

    private static Map<String, String> valid(String detailType) {
        Map<String, String> common =
                Map.of(
                        "request_id",
                        "\"r\"",
                        "store_id",
                        "\"s\"",
                        "name",
                        "\"n\"",
                        "category",
                        "\"c\"");
        Map<String, String> fields = new TreeMap<>(common);
        if (detailType.equals("sales-events")) {
            fields.put("sales", "1.5");
        } else {
            fields.put("change", "\"counted\"");
            fields.put("quantity", "3");
        }
        return fields;
    }

    private boolean acceptedByCodec(String detailType, String detail) {
        String event =
                "{\"detail-type\":\"%s\",\"time\":\"2021-03-06T17:15:06Z\",\"detail\":%s}"
                        .formatted(detailType, detail);
        try {
            codec.decode(event.getBytes(UTF_8));
            return true;
        } catch (EventRejectedException e) {
            return false;
        }
    }
}
