package dev.tillstream.local.aws.conformance;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** The AWS CLI, a process for each call. */
record AwsCli(URI endpoint, Path folder) implements CallingClient {

    private static final Pattern ERROR = Pattern.compile("An error occurred \\(([^)]+)\\)");

    @Override
    public String name() {
        return "AWS CLI";
    }

    @Override
    public String call(Step step) throws IOException, InterruptedException {
        boolean s3 = step.service().equals("s3");
        ObjectNode input = step.input().deepCopy();
        List<String> command = new ArrayList<>(List.of("aws", s3 ? "s3api" : step.service()));
        command.add(
                step.operation()
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT));
        if (s3 && input.has("Body")) {
            Path body = Files.createTempFile(folder, "body", "");
            Files.writeString(body, input.path("Body").stringValue());
            input.remove("Body");
            command.addAll(List.of("--body", body.toString()));
        }
        command.addAll(List.of("--endpoint-url", endpoint.toString()));
        if (step.operation().equals("GetObject")) {
            // It has an argument without a name, and then the CLI takes no JSON.
            command.addAll(
                    List.of(
                            "--bucket",
                            input.path("Bucket").stringValue(),
                            "--key",
                            input.path("Key").stringValue(),
                            Files.createTempFile(folder, "object", "").toString()));
        } else {
            command.addAll(List.of("--cli-input-json", input.toString()));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(
                        Map.of(
                                "AWS_ACCESS_KEY_ID", "test",
                                "AWS_SECRET_ACCESS_KEY", "test",
                                "AWS_DEFAULT_REGION", "us-east-1",
                                "AWS_MAX_ATTEMPTS", "1",
                                "AWS_PAGER", ""));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() == 0) {
            return "";
        }
        Matcher error = ERROR.matcher(output);
        return error.find() ? error.group(1) : output.strip();
    }
}
