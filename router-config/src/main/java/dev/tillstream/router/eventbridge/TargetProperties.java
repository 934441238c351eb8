package dev.tillstream.router.eventbridge;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.eventbridge.model.DeadLetterConfig;
import software.amazon.awssdk.services.eventbridge.model.KinesisParameters;
import software.amazon.awssdk.services.eventbridge.model.RetryPolicy;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * A target's properties by CloudFormation's names, which are those of the API: whatever the API
 * says is seen, also what no route can say, such as an input transformer.
 */
final class TargetProperties {

    private static final String ATTEMPTS = "RetryPolicy.MaximumRetryAttempts";
    private static final String AGE = "RetryPolicy.MaximumEventAgeInSeconds";

    private TargetProperties() {}

    static Map<String, String> of(Target target) {
        Map<String, String> properties = new TreeMap<>();
        collect("", target, properties);
        properties.remove("Id");
        return properties;
    }

    static Target target(String id, Map<String, String> properties) {
        Target.Builder target =
                Target.builder()
                        .id(id)
                        .arn(properties.get("Arn"))
                        .roleArn(properties.get("RoleArn"))
                        .retryPolicy(
                                RetryPolicy.builder()
                                        .maximumRetryAttempts(number(properties, ATTEMPTS))
                                        .maximumEventAgeInSeconds(number(properties, AGE))
                                        .build());
        Optional.ofNullable(properties.get("KinesisParameters.PartitionKeyPath"))
                .map(path -> KinesisParameters.builder().partitionKeyPath(path).build())
                .ifPresent(target::kinesisParameters);
        Optional.ofNullable(properties.get("DeadLetterConfig.Arn"))
                .map(arn -> DeadLetterConfig.builder().arn(arn).build())
                .ifPresent(target::deadLetterConfig);
        return target.build();
    }

    private static Integer number(Map<String, String> properties, String name) {
        return Integer.valueOf(properties.getOrDefault(name, ""));
    }

    private static void collect(String path, SdkPojo part, Map<String, String> properties) {
        for (SdkField<?> field : part.sdkFields()) {
            Object value = field.getValueOrDefault(part);
            String name = path + field.locationName();
            if (value instanceof SdkPojo nested) {
                collect(name + ".", nested, properties);
            } else if (value != null && !isEmpty(value)) {
                properties.put(name, value.toString());
            }
        }
    }

    /** The SDK gives empty collections for absent ones. */
    private static boolean isEmpty(Object value) {
        return (value instanceof Collection<?> items && items.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }
}
