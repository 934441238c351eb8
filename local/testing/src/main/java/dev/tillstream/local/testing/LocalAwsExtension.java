package dev.tillstream.local.testing;

import dev.tillstream.local.testing.fault.Faults;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Gives the tests of a JVM one AWS with all runtime templates deployed, in a process or a container
 * of its own, and points every SDK client at it by the SDK's own system properties, so that tests
 * bring their own clients and services need no setting.
 *
 * <p>The properties stay set until the JVM ends, as the process does: all tests of a module share
 * it and must choose ids of their own.
 */
public final class LocalAwsExtension implements BeforeAllCallback {
    /** Which AWS: {@code embedded} (the default) or {@code localstack}. */
    static final String AWS_PROPERTY = "aws";

    private static final Namespace NAMESPACE = Namespace.create(LocalAwsExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        var aws =
                context.getRoot()
                        .getStore(NAMESPACE)
                        .computeIfAbsent(
                                RunningAws.class,
                                key -> start(System.getProperty(AWS_PROPERTY, "embedded")),
                                RunningAws.class);
        System.setProperty("aws.endpointUrl", aws.endpoint().toString());
        System.setProperty("aws.region", "us-east-1");
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    /** Where that AWS listens; fails if no test class of this JVM has asked for one yet. */
    public static URI endpoint() {
        var endpoint = System.getProperty("aws.endpointUrl");
        if (endpoint == null) {
            throw new IllegalStateException(
                    "No AWS is running: add @ExtendWith(LocalAwsExtension.class) to the test");
        }
        return URI.create(endpoint);
    }

    /** Makes that AWS fail on demand; only the embedded one can. Close it after the test. */
    public static Faults faults() {
        return Faults.at(endpoint());
    }

    static RunningAws start(String aws) {
        return switch (aws) {
            case "embedded" -> LocalAwsProcess.start(embedded(ProjectFolder.find()));
            case "localstack" -> LocalStackAws.start(ProjectFolder.find());
            default ->
                    throw new IllegalStateException(
                            "-Daws=%s is unknown: it is embedded or localstack".formatted(aws));
        };
    }

    private static List<String> embedded(ProjectFolder project) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                project.localAwsJar().toString(),
                "--with-parent",
                "--port",
                "0",
                "--templates",
                project.templates().toString(),
                "--parameter",
                "BufferIntervalSeconds=1");
    }
}
