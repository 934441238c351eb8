package dev.tillstream.local.aws.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.cbor.CBORGenerator;
import tools.jackson.dataformat.cbor.CBORMapper;

class WireFormatTest {

    private static final Instant TIME = Instant.parse("2021-03-06T17:15:06.123Z");

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void bringsEveryKindOfMemberBack(WireFormat format) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("Text", "ä\u0001€")
                .put("Number", 7)
                .put("Long", 1L << 40)
                .put("Fraction", 0.5)
                .put("Flag", true)
                .putNull("Nothing");
        tree.putArray("List").add(1).addObject().put("Deep", "x");

        JsonNode back = format.read(format.write(tree));

        assertThat(back.path("Text").stringValue()).isEqualTo("ä\u0001€");
        assertThat(back.path("Number").intValue()).isEqualTo(7);
        assertThat(back.path("Long").longValue()).isEqualTo(1L << 40);
        assertThat(back.path("Fraction").doubleValue()).isEqualTo(0.5);
        assertThat(back.path("Flag").booleanValue()).isTrue();
        assertThat(back.path("Nothing").isNull()).isTrue();
        assertThat(back.path("List").path(1).path("Deep").stringValue()).isEqualTo("x");
    }

    @ParameterizedTest
    @EnumSource(WireFormat.class)
    void bringsBytesAndTimestampsBack(WireFormat format) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("Data", new byte[] {0, -1, 127}).set("Timestamp", Timestamps.node(TIME));

        JsonNode back = format.read(format.write(tree));

        assertThat(Members.blob(back, "Data")).containsExactly(0, -1, 127);
        assertThat(Timestamps.read(back.path("Timestamp"))).isEqualTo(TIME);
    }

    @Test
    void writesTimestampsInJsonAsSecondsWithMilliseconds() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.set("T", Timestamps.node(TIME));

        assertThat(new String(WireFormat.JSON.write(tree), StandardCharsets.UTF_8))
                .isEqualTo("{\"T\":1615050906.123}");
    }

    @Test
    void writesTimestampsInCborAsTaggedMilliseconds() {
        assertThat(WireFormat.CBOR.write(Timestamps.node(TIME)))
                .isEqualTo(
                        cbor(out -> {
                            out.writeTag(1);
                            out.writeNumber(TIME.toEpochMilli());
                        }));
    }

    @Test
    void readsTaggedSecondsOfCborToo() {
        byte[] body =
                cbor(out -> {
                    out.writeStartObject();
                    out.writeName("T");
                    out.writeTag(1);
                    out.writeNumber(1615050906.123);
                    out.writeEndObject();
                });

        assertThat(Timestamps.read(WireFormat.CBOR.read(body).path("T"))).isEqualTo(TIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "{\"a\":", "{\"a\"}", "{a:1}", "[1,", "\"\\uD800"})
    void rejectsWhatIsNoObject(String body) {
        assertThatExceptionOfType(AwsException.class)
                .isThrownBy(() -> WireFormat.JSON.read(body.getBytes(StandardCharsets.UTF_8)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("SerializationException"));
    }

    @Test
    void takesAnEmptyBodyForNoMembers() {
        assertThat(WireFormat.JSON.read(new byte[0]).isEmpty()).isTrue();
    }

    private interface Writing {
        void to(CBORGenerator out);
    }

    private static byte[] cbor(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = (CBORGenerator) CBORMapper.shared().createGenerator(bytes)) {
            writing.to(out);
        }
        return bytes.toByteArray();
    }
}
