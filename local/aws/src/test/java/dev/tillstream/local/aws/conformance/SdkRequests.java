package dev.tillstream.local.aws.conformance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;
import tools.jackson.databind.JsonNode;

/** Makes requests of the SDK out of trees: its fields tell their names and types. */
final class SdkRequests {

    private SdkRequests() {}

    static Object build(Class<?> type, JsonNode input) throws ReflectiveOperationException {
        return fill((SdkPojo) type.getMethod("builder").invoke(null), input);
    }

    private static Object fill(SdkPojo builder, JsonNode input) {
        Map<String, JsonNode> left = new LinkedHashMap<>();
        input.properties().forEach(each -> left.put(each.getKey(), each.getValue()));
        for (SdkField<?> field : builder.sdkFields()) {
            JsonNode value = left.remove(field.memberName());
            if (value != null) {
                field.set(builder, value(field, value));
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(builder.getClass() + " has no " + left.keySet());
        }
        return ((Buildable) builder).build();
    }

    private static Object value(SdkField<?> field, JsonNode value) {
        MarshallingType<?> type = field.marshallingType();
        if (type.equals(MarshallingType.SDK_POJO)) {
            return fill(field.constructor().get(), value);
        }
        if (type.equals(MarshallingType.LIST)) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            return value.valueStream().map(each -> value(member, each)).toList();
        }
        if (type.equals(MarshallingType.MAP)) {
            SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
            Map<String, Object> map = new LinkedHashMap<>();
            value.properties()
                    .forEach(each -> map.put(each.getKey(), value(member, each.getValue())));
            return map;
        }
        if (type.equals(MarshallingType.SDK_BYTES)) {
            return SdkBytes.fromUtf8String(value.stringValue());
        }
        if (type.equals(MarshallingType.INSTANT)) {
            return Instant.ofEpochSecond(value.longValue());
        }
        if (type.equals(MarshallingType.INTEGER)) {
            return value.intValue();
        }
        if (type.equals(MarshallingType.LONG)) {
            return value.longValue();
        }
        if (type.equals(MarshallingType.DOUBLE)) {
            return value.doubleValue();
        }
        if (type.equals(MarshallingType.BOOLEAN)) {
            return value.booleanValue();
        }
        return value.stringValue();
    }
}
