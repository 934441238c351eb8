package dev.tillstream.local.aws.conformance;

import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the calls of the scenario with each client, on an embedded AWS that nobody used before. */
final class Conformance {

    /** S3 answers these without a body, so that a client sees only the status. */
    private static final Set<String> WITHOUT_BODY = Set.of("HeadBucket", "HeadObject");

    /** S3 answers these with the object. */
    private static final Set<String> OBJECTS = Set.of("GetObject");

    private final ServiceModels models;
    private final Results results = new Results();

    private Conformance(ServiceModels models) {
        this.models = models;
    }

    /** Argument: folder that caches the models. */
    public static void main(String[] arguments) throws Exception {
        Conformance conformance = new Conformance(ServiceModels.in(Path.of(arguments[0])));
        List<Step> scenario = scenario();
        List<String> clients = new ArrayList<>();
        clients.add(conformance.run(scenario, recorder -> JavaSdk.sync(recorder.endpoint())));
        clients.add(conformance.run(scenario, recorder -> JavaSdk.async(recorder.endpoint())));
        if (works("python3", "-c", "import boto3")) {
            clients.add(conformance.run(scenario, recorder -> new Boto3(recorder.endpoint())));
        } else {
            System.out.println("Without boto3: python3 has none (pip install boto3)");
        }
        if (works("aws", "--version")) {
            Path folder = Files.createTempDirectory("conformance-");
            clients.add(
                    conformance.run(scenario, recorder -> new AwsCli(recorder.endpoint(), folder)));
        } else {
            System.out.println("Without the AWS CLI: there is no command aws");
        }
        conformance.results.print(clients, operations(scenario));
        System.exit(conformance.results.clean() ? 0 : 1);
    }

    private interface Opening {
        CallingClient on(Recorder recorder) throws Exception;
    }

    private String run(List<Step> scenario, Opening opening) throws Exception {
        try (LocalAws aws = LocalAws.start(settings());
                Recorder recorder = new Recorder(aws.endpoint());
                CallingClient client = opening.on(recorder)) {
            Map<String, JsonNode> answers = new HashMap<>();
            for (Step step : scenario) {
                results.add(client.name(), step, check(step, client, recorder, answers));
            }
            return client.name();
        }
    }

    private List<String> check(
            Step step, CallingClient client, Recorder recorder, Map<String, JsonNode> answers) {
        recorder.forget();
        String seen;
        try {
            seen = client.call(step.with(answers));
        } catch (Exception e) {
            return List.of(step.operation() + " fails: " + e);
        }
        if (recorder.last().isEmpty()) {
            return List.of(step.operation() + " came by without a call: " + seen);
        }
        Exchange exchange = recorder.last().get();
        List<String> problems = new ArrayList<>();
        if (!seen.equals(step.error())) {
            problems.add(
                    "%s should end with '%s', the client saw '%s'; the answer was %d %s"
                            .formatted(
                                    step.operation(),
                                    step.error(),
                                    seen,
                                    exchange.status(),
                                    exchange.text()));
        }
        problems.addAll(wire(step, exchange, answers));
        return problems;
    }

    private List<String> wire(Step step, Exchange exchange, Map<String, JsonNode> answers) {
        ShapeCheck shapes = new ShapeCheck(models.of(step.service()));
        if (exchange.errorCode().isPresent()) {
            if (!WITHOUT_BODY.contains(step.operation())) {
                shapes.error(step.operation(), exchange.errorCode().get(), exchange.status());
            }
        } else if (exchange.isJson() || exchange.body().length == 0) {
            JsonNode answer = exchange.json();
            answers.put(step.operation(), answer);
            if (!step.service().equals("s3")) {
                shapes.answer(step.operation(), answer);
            }
        } else if (!OBJECTS.contains(step.operation())) {
            XmlAnswers xml = new XmlAnswers(models.of(step.service()));
            shapes.answer(step.operation(), xml.read(step.operation(), exchange.body()));
        }
        return shapes.problems();
    }

    /** With a stack, so that CloudFormation has something to tell. */
    private static LocalAwsSettings settings() throws URISyntaxException {
        var templates = Conformance.class.getResource("/conformance/templates");
        return new LocalAwsSettings(0, Path.of(templates.toURI()), Map.of(), 64 << 20);
    }

    private static List<Step> scenario() throws IOException {
        try (InputStream json =
                Conformance.class.getResourceAsStream("/conformance/scenario.json")) {
            return Step.read(JsonMapper.shared().readTree(json));
        }
    }

    private static Map<String, Long> operations(List<Step> scenario) {
        return scenario.stream()
                .collect(
                        Collectors.groupingBy(
                                Step::service,
                                LinkedHashMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.mapping(Step::operation, Collectors.toSet()),
                                        set -> (long) set.size())));
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
