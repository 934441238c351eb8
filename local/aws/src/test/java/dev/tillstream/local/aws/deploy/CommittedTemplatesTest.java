package dev.tillstream.local.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.aws.deploy.template.Resource;
import dev.tillstream.local.aws.deploy.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The rules that the templates of this project keep. */
final class CommittedTemplatesTest {
    static final Path FOLDER = Path.of("../../cloudformation/runtime");

    private static final List<Template> TEMPLATES = read();

    @Test
    void comeInTheOrderOfTheReadme() {
        var order =
                StackOrder.of(TEMPLATES.stream().map(CommittedTemplatesTest::plan).toList())
                        .stream()
                        .map(PlannedStack::name)
                        .toList();
        assertThat(order)
                .containsExactlyInAnyOrder(
                        "tillstream-bus",
                        "tillstream-storage",
                        "tillstream-streams",
                        "tillstream-tables",
                        "tillstream-queues",
                        "tillstream-access",
                        "tillstream-delivery",
                        "tillstream-rules")
                .containsSubsequence(
                        "tillstream-bus",
                        "tillstream-queues",
                        "tillstream-access",
                        "tillstream-delivery",
                        "tillstream-rules");
    }

    @Test
    void haveNoExportTwice() {
        var seen = new HashSet<String>();
        for (var template : TEMPLATES) {
            for (var export : plan(template).exports().keySet()) {
                assertThat(seen.add(export)).as(export).isTrue();
                assertThat(export).startsWith("tillstream-" + template.stem() + ":");
            }
        }
        assertThat(seen).isNotEmpty();
    }

    @Test
    void bufferSixtySecondsOrOneMegabyte() {
        var parameters = template("delivery").parameters();
        assertThat(parameters.get("BufferIntervalSeconds").value(null).toString()).isEqualTo("60");
        assertThat(parameters.get("BufferSizeMBs").value(null).toString()).isEqualTo("1");
        assertThat(resources("AWS::KinesisFirehose::DeliveryStream"))
                .isNotEmpty()
                .allSatisfy(stream ->
                        assertThat(
                                        stream.properties()
                                                .at(
                                                        "/ExtendedS3DestinationConfiguration/BufferingHints")
                                                .toString())
                                .isEqualTo(
                                        "{\"IntervalInSeconds\":{\"Ref\":\"BufferIntervalSeconds\"},\"SizeInMBs\":{\"Ref\":\"BufferSizeMBs\"}}"));
    }

    @Test
    void encryptWhatStreamsAndDeliveryStreamsHold() {
        assertThat(resources("AWS::Kinesis::Stream"))
                .isNotEmpty()
                .allSatisfy(stream ->
                        assertThat(
                                        stream.properties()
                                                .at("/StreamEncryption/EncryptionType")
                                                .asString(""))
                                .isEqualTo("KMS"));
        assertThat(resources("AWS::KinesisFirehose::DeliveryStream"))
                .allSatisfy(stream ->
                        assertThat(
                                        stream.properties()
                                                .at(
                                                        "/DeliveryStreamEncryptionConfigurationInput/KeyType")
                                                .asString(""))
                                .isEqualTo("AWS_OWNED_CMK"));
    }

    @Test
    void giveEveryTargetRetriesAndADeadLetterQueue() {
        assertThat(targets())
                .isNotEmpty()
                .allSatisfy(target -> {
                    assertThat(target.path("RetryPolicy").propertyNames())
                            .containsExactlyInAnyOrder(
                                    "MaximumRetryAttempts", "MaximumEventAgeInSeconds");
                    assertThat(target.at("/DeadLetterConfig/Arn").toString())
                            .contains("DeadLettersArn");
                });
    }

    @Test
    void keepAStoreInOneShard() {
        var kinesis =
                targets().stream()
                        .filter(target -> target.path("Arn").toString().contains("StreamsStack"))
                        .toList();
        assertThat(kinesis)
                .isNotEmpty()
                .allSatisfy(target ->
                        assertThat(target.at("/KinesisParameters/PartitionKeyPath").asString())
                                .isEqualTo("$.detail.store_id"));
    }

    @Test
    void moveWhatKeepsFailingToADeadLetterQueueThatKeepsItForTwoWeeks() {
        assertThat(resources("AWS::SQS::Queue"))
                .isNotEmpty()
                .allSatisfy(queue -> {
                    if (queue.name().endsWith("DeadLetters")) {
                        assertThat(queue.properties().path("MessageRetentionPeriod").asInt())
                                .isEqualTo(1209600);
                    } else {
                        assertThat(queue.properties().at("/RedrivePolicy").propertyNames())
                                .contains("deadLetterTargetArn", "maxReceiveCount");
                    }
                });
        assertThat(template("queues").parameters().get("MaxReceiveCount").value(null).asInt())
                .isEqualTo(5);
    }

    @Test
    void neverAllowAnythingOnEveryResource() {
        var policies =
                Stream.of("AWS::IAM::Role", "AWS::IAM::ManagedPolicy", "AWS::SQS::QueuePolicy")
                        .flatMap(type -> resources(type).stream())
                        .flatMap(policy -> policy.properties().findValues("Statement").stream())
                        .flatMap(JsonNode::valueStream)
                        .toList();
        assertThat(policies)
                .isNotEmpty()
                .allSatisfy(statement -> {
                    assertThat(statement.path("Action").toString()).doesNotContain("*");
                    assertThat(statement.path("Resource").asString("")).isNotEqualTo("*");
                });
    }

    private static List<JsonNode> targets() {
        return resources("AWS::Events::Rule").stream()
                .flatMap(rule -> rule.properties().path("Targets").valueStream())
                .toList();
    }

    private static List<Resource> resources(String type) {
        return TEMPLATES.stream()
                .flatMap(template -> template.resources().values().stream())
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    private static Template template(String stem) {
        return TEMPLATES.stream()
                .filter(template -> template.stem().equals(stem))
                .findFirst()
                .orElseThrow();
    }

    private static PlannedStack plan(Template template) {
        return PlannedStack.of(template, Map.of());
    }

    private static List<Template> read() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(Template::read).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
