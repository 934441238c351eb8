package dev.tillstream.local.aws.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** boto3 in a Python process that takes a call a line. */
final class Boto3 implements CallingClient {

    private final Process process;
    private final PrintWriter calls;
    private final BufferedReader answers;

    Boto3(URI endpoint) throws IOException {
        String script;
        try (var source = Boto3.class.getResourceAsStream("/conformance/boto3_client.py")) {
            script = new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
        process =
                new ProcessBuilder("python3", "-c", script, endpoint.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        calls = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return "boto3";
    }

    @Override
    public String call(Step step) throws IOException {
        var call =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("service", step.service())
                        .put("operation", step.operation());
        call.set("input", step.input());
        calls.println(call);
        JsonNode answer = JsonMapper.shared().readTree(answers.readLine());
        return answer.path("error").stringValue();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
