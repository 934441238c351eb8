package dev.tillstream.local.aws.firehose.stream;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where and how a delivery stream writes to S3, read from its ExtendedS3DestinationConfiguration.
 */
public record Destination(
        String bucket,
        KeyPrefix prefix,
        int chunkBytes,
        Duration interval,
        String delimiter,
        JsonNode definition) {

    private static final int MEGABYTE = 1_048_576;
    private static final String UNCOMPRESSED = "UNCOMPRESSED";
    private static final String NO_BACKUP = "Disabled";
    private static final String BUCKET_ARN = "arn:aws:s3:::";

    /**
     * What would not be honoured is refused by name; logging and encryption are taken without
     * effect.
     */
    public static Destination parse(Input input) {
        input.allowing(
                "BucketARN",
                "RoleARN",
                "Prefix",
                "ErrorOutputPrefix",
                "BufferingHints",
                "CompressionFormat",
                "CloudWatchLoggingOptions",
                "EncryptionConfiguration",
                "ProcessingConfiguration",
                "S3BackupMode");
        input.text("RoleARN");
        only(input, "CompressionFormat", UNCOMPRESSED);
        only(input, "S3BackupMode", NO_BACKUP);
        Input hints = input.object("BufferingHints").orElse(Input.EMPTY);
        hints.allowing("IntervalInSeconds", "SizeInMBs");
        return new Destination(
                bucket(input.text("BucketARN")),
                prefix(input),
                hints.number("SizeInMBs", 5, 1, 128) * MEGABYTE,
                Duration.ofSeconds(hints.number("IntervalInSeconds", 300, 0, 900)),
                input.object("ProcessingConfiguration").map(Destination::delimiter).orElse(""),
                input.json());
    }

    /** Its ExtendedS3DestinationDescription, which has AWS's defaults for what was not given. */
    public ObjectNode description() {
        ObjectNode description =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("CompressionFormat", UNCOMPRESSED)
                        .put("S3BackupMode", NO_BACKUP);
        description.putObject("EncryptionConfiguration").put("NoEncryptionConfig", "NoEncryption");
        description.setAll((ObjectNode) definition);
        description
                .putObject("BufferingHints")
                .put("SizeInMBs", chunkBytes / MEGABYTE)
                .put("IntervalInSeconds", interval.toSeconds());
        return description;
    }

    private static String bucket(String arn) {
        if (!arn.startsWith(BUCKET_ARN) || arn.length() == BUCKET_ARN.length()) {
            throw invalid("BucketARN " + arn + " is not the ARN of a bucket");
        }
        return arn.substring(BUCKET_ARN.length());
    }

    private static KeyPrefix prefix(Input input) {
        KeyPrefix prefix = new KeyPrefix(input.optionalText("Prefix").orElse(""));
        if (prefix.hasExpressions() && input.optionalText("ErrorOutputPrefix").isEmpty()) {
            throw invalid(
                    "ErrorOutputPrefix can't be null or empty when Prefix contains expressions");
        }
        return prefix;
    }

    private static String delimiter(Input processing) {
        processing.allowing("Enabled", "Processors");
        String delimiter = "";
        for (Input processor : processing.list("Processors")) {
            processor.allowing("Type", "Parameters");
            if (!processor.text("Type").equals("AppendDelimiterToRecord")) {
                throw invalid("Processor " + processor.text("Type") + unsupported());
            }
            // "\n" in a template is a backslash and an n; Firehose means the newline by it.
            delimiter = parameter(processor).replace("\\n", "\n").replace("\\t", "\t");
        }
        return processing.flag("Enabled", false) ? delimiter : "";
    }

    private static String parameter(Input processor) {
        for (Input parameter : processor.list("Parameters")) {
            if (!parameter.text("ParameterName").equals("Delimiter")) {
                throw invalid("Parameter " + parameter.text("ParameterName") + unsupported());
            }
            return parameter.text("ParameterValue");
        }
        return "\n";
    }

    private static void only(Input input, String name, String supported) {
        if (!Set.of(supported).contains(input.optionalText(name).orElse(supported))) {
            throw invalid(name + " " + input.text(name) + unsupported());
        }
    }

    private static String unsupported() {
        return " is not supported by the embedded AWS";
    }

    private static AwsException invalid(String message) {
        return AwsException.badRequest("InvalidArgumentException", message);
    }
}
