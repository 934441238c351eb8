package dev.tillstream.local.aws.eventbridge;

import static dev.tillstream.local.aws.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.aws.Calls;
import dev.tillstream.local.aws.disk.Disk;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OperationsTest {

    private static final String SQS = "arn:aws:sqs:us-east-1:000000000000:orders";
    private static final String PATTERN = "{\\\"source\\\":[\\\"s\\\"]}";
    private static final String RULE =
            "{'Name':'r','EventBusName':'till','EventPattern':'" + PATTERN + "'";

    private final EventBridge eventBridge =
            new EventBridge(
                    EventBridgeSettings.defaults("us-east-1", "000000000000"),
                    arn -> new FakePort(),
                    InstantSource.system(),
                    UUID::randomUUID,
                    new Random(1),
                    Disk.none());
    private final Calls calls = new Calls(eventBridge);

    @BeforeEach
    void createBus() {
        calls.call("CreateEventBus", "{'Name':'till','Tags':[{'Key':'Project','Value':'x'}]}");
    }

    @AfterEach
    void close() {
        eventBridge.close();
    }

    @Test
    void hasTheDefaultBusAndThoseCreated() {
        assertThat(calls.call("ListEventBuses", "{}").findValuesAsString("Name"))
                .containsExactly("default", "till");
        assertThat(calls.call("ListEventBuses", "{'NamePrefix':'t'}").findValuesAsString("Name"))
                .containsExactly("till");
        assertThat(calls.call("DescribeEventBus", "{'Name':'till'}"))
                .isEqualTo(
                        json(
                                "{'Name':'till','Arn':'arn:aws:events:us-east-1:000000000000:event-bus/till'}"));
        calls.refuses("CreateEventBus", "{'Name':'till'}", "ResourceAlreadyExistsException");
        calls.refuses("DescribeEventBus", "{'Name':'no'}", "ResourceNotFoundException");
    }

    @Test
    void deletesABusOnlyWithoutRules() {
        calls.call("PutRule", RULE + "}");

        calls.refuses("DeleteEventBus", "{'Name':'till'}", "ValidationException", "has rules");
        calls.refuses("DeleteEventBus", "{'Name':'default'}", "ValidationException");
        calls.call("DeleteRule", "{'Name':'r','EventBusName':'till'}");
        calls.call("DeleteEventBus", "{'Name':'till'}");
        calls.call("DeleteEventBus", "{'Name':'till'}");
        assertThat(calls.call("ListEventBuses", "{}").findValuesAsString("Name"))
                .containsExactly("default");
    }

    @Test
    void namesARuleByItsBusUnlessThatIsTheDefaultOne() {
        assertThat(calls.call("PutRule", RULE + "}").path("RuleArn").asString())
                .isEqualTo("arn:aws:events:us-east-1:000000000000:rule/till/r");
        assertThat(
                        calls.call("PutRule", "{'Name':'r','EventPattern':'" + PATTERN + "'}")
                                .path("RuleArn")
                                .asString())
                .isEqualTo("arn:aws:events:us-east-1:000000000000:rule/r");
    }

    @Test
    void keepsTheTargetsOfARuleThatIsPutAgain() {
        calls.call("PutRule", RULE + "}");
        putTarget("'Id':'a','Arn':'" + SQS + "'");

        calls.call("PutRule", RULE + ",'State':'DISABLED','Description':'new'}");

        assertThat(calls.call("DescribeRule", "{'Name':'r','EventBusName':'till'}"))
                .isEqualTo(
                        json(
                                "{'Name':'r','Arn':'arn:aws:events:us-east-1:000000000000:rule/till/r',"
                                        + "'EventPattern':'"
                                        + PATTERN
                                        + "','State':'DISABLED','EventBusName':'till','Description':'new'}"));
        assertThat(targets().findValuesAsString("Id")).containsExactly("a");
    }

    @Test
    void disablesAndEnablesARule() {
        calls.call("PutRule", RULE + "}");

        calls.call("DisableRule", "{'Name':'r','EventBusName':'till'}");
        assertThat(state()).isEqualTo("DISABLED");
        calls.call("EnableRule", "{'Name':'r','EventBusName':'till'}");
        assertThat(state()).isEqualTo("ENABLED");
        calls.refuses(
                "EnableRule", "{'Name':'no','EventBusName':'till'}", "ResourceNotFoundException");
    }

    @Test
    void listsRulesByPrefixAndByTarget() {
        calls.call("PutRule", RULE + "}");
        calls.call("PutRule", RULE.replace("'r'", "'other'") + "}");
        putTarget("'Id':'a','Arn':'" + SQS + "'");

        assertThat(
                        calls.call("ListRules", "{'EventBusName':'till','NamePrefix':'o'}")
                                .findValuesAsString("Name"))
                .containsExactly("other");
        assertThat(
                        calls.call(
                                "ListRuleNamesByTarget",
                                "{'EventBusName':'till','TargetArn':'" + SQS + "'}"))
                .isEqualTo(json("{'RuleNames':['r']}"));
    }

    @Test
    void deletesARuleOnlyWithoutTargets() {
        calls.call("PutRule", RULE + "}");
        putTarget("'Id':'a','Arn':'" + SQS + "'");

        calls.refuses(
                "DeleteRule",
                "{'Name':'r','EventBusName':'till'}",
                "ValidationException",
                "has targets");
        assertThat(
                        calls.call(
                                "RemoveTargets",
                                "{'Rule':'r','EventBusName':'till','Ids':['a','no']}"))
                .isEqualTo(
                        json(
                                "{'FailedEntryCount':1,'FailedEntries':[{'TargetId':'no',"
                                        + "'ErrorCode':'ResourceNotFoundException',"
                                        + "'ErrorMessage':'Rule r has no target no.'}]}"));
        calls.call("DeleteRule", "{'Name':'r','EventBusName':'till'}");
        calls.call("DeleteRule", "{'Name':'r','EventBusName':'till'}");
    }

    @Test
    void takesFiveTargetsAndNoMore() {
        calls.call("PutRule", RULE + "}");
        for (int i = 0; i < 5; i++) {
            putTarget("'Id':'" + i + "','Arn':'" + SQS + "'");
        }

        putTarget("'Id':'0','Arn':'" + SQS + "'");
        calls.refuses(
                "PutTargets",
                "{'Rule':'r','EventBusName':'till','Targets':[{'Id':'5','Arn':'" + SQS + "'}]}",
                "LimitExceededException");
        assertThat(targets().path("Targets").size()).isEqualTo(5);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'Arn':'no arn'                                                      | not in correct format
                    'Arn':'arn:aws:lambda:us-east-1:0:function:f'                       | only standard SQS queues
                    'Arn':'arn:aws:sqs:us-east-1:0:orders.fifo'                         | only standard SQS queues
                    'Arn':'SQS','InputTransformer':{'InputTemplate':'x'}                | InputTransformer is not supported
                    'Arn':'SQS','SqsParameters':{'MessageGroupId':'x'}                  | SqsParameters is not supported
                    'Arn':'SQS','Input':'no json'                                       | Input is not valid JSON
                    'Arn':'SQS','Input':'1','InputPath':'$'                             | Only one of
                    'Arn':'SQS','InputPath':'$.a[0]'                                    | JSONPath $.a[0] is not supported
                    'Arn':'SQS','KinesisParameters':{'PartitionKeyPath':'$.a'}          | KinesisParameters not valid
                    'Arn':'arn:aws:kinesis:us-east-1:0:stream/s'                        | RoleArn is required
                    'Arn':'arn:aws:firehose:us-east-1:0:deliverystream/s'               | RoleArn is required
                    'Arn':'SQS','RetryPolicy':{'MaximumRetryAttempts':186}              | between 0 and 185
                    'Arn':'SQS','RetryPolicy':{'MaximumEventAgeInSeconds':59}           | between 60 and 86400
                    'Arn':'SQS','DeadLetterConfig':{'Arn':'arn:aws:sqs:u:0:q.fifo'}     | must be a standard SQS queue
                    'Arn':'SQS','DeadLetterConfig':{'Arn':'arn:aws:sns:u:0:topic'}      | must be a standard SQS queue
                    """)
    void refusesATargetThatItWouldNotHonour(String target, String reason) {
        calls.call("PutRule", RULE + "}");

        calls.refuses(
                "PutTargets",
                "{'Rule':'r','EventBusName':'till','Targets':[{'Id':'a',"
                        + target.replace("'SQS'", "'" + SQS + "'")
                        + "}]}",
                "ValidationException",
                reason);
        assertThat(targets().path("Targets").isEmpty()).isTrue();
    }

    @Test
    void refusesWhatRulesCantDoHere() {
        calls.refuses(
                "PutRule",
                "{'Name':'r','ScheduleExpression':'rate(1 minute)'}",
                "ValidationException",
                "ScheduleExpression is not supported");
        calls.refuses(
                "PutRule",
                "{'Name':'r','EventPattern':'{'}",
                "InvalidEventPatternException",
                "Event pattern is not valid. Reason:");
        calls.refuses("CreateArchive", "{}", "UnknownOperationException", "CreateArchive");
    }

    @Test
    void testsAPatternAgainstAWholeEnvelope() {
        String event =
                "{'id':'1','account':'0','source':'s','time':'t','region':'r','resources':[],"
                        + "'detail-type':'t','detail':{}}";
        String input = "{'EventPattern':'" + PATTERN + "','Event':'%s'}";

        assertThat(calls.call("TestEventPattern", input.formatted(quoted(event))))
                .isEqualTo(json("{'Result':true}"));
        assertThat(
                        calls.call(
                                "TestEventPattern",
                                input.formatted(quoted(event.replace("'s'", "'other'")))))
                .isEqualTo(json("{'Result':false}"));
        calls.refuses(
                "TestEventPattern",
                input.formatted(quoted("{'source':'s'}")),
                "ValidationException",
                "it has no id");
    }

    private static String quoted(String json) {
        return json.replace("'", "\\\"");
    }

    private String state() {
        return calls.call("DescribeRule", "{'Name':'r','EventBusName':'till'}")
                .path("State")
                .asString();
    }

    private JsonNode targets() {
        return calls.call("ListTargetsByRule", "{'Rule':'r','EventBusName':'till'}");
    }

    private void putTarget(String members) {
        assertThat(
                        calls.call(
                                        "PutTargets",
                                        "{'Rule':'r','EventBusName':'till','Targets':[{"
                                                + members
                                                + "}]}")
                                .path("FailedEntryCount")
                                .intValue())
                .isZero();
    }
}
