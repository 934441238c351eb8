package dev.tillstream.local.aws.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.aws.Calls;
import dev.tillstream.local.aws.TestClock;
import dev.tillstream.local.aws.disk.Disk;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ParameterStoreTest {

    private final Calls calls =
            new Calls(
                    new ParameterStore(
                            "us-east-1",
                            "000000000000",
                            new TestClock("2021-01-31T14:47:09Z"),
                            Disk.none()));

    @Test
    void countsVersionsAndKeepsThemAll() {
        put("/till/a", "one");
        calls.refuses(
                "PutParameter",
                "{'Name':'/till/a','Value':'two','Type':'String'}",
                "ParameterAlreadyExists");
        assertThat(
                        calls.call(
                                        "PutParameter",
                                        "{'Name':'/till/a','Value':'two','Overwrite':true}")
                                .path("Version")
                                .intValue())
                .isEqualTo(2);

        assertThat(get("/till/a").path("Value").asString()).isEqualTo("two");
        assertThat(get("/till/a:1").path("Value").asString()).isEqualTo("one");
        assertThat(get("/till/a").path("Type").asString()).isEqualTo("String");
        assertThat(get("/till/a").path("ARN").asString())
                .isEqualTo("arn:aws:ssm:us-east-1:000000000000:parameter/till/a");
    }

    @Test
    void showsASecretOnlyDecrypted() {
        calls.call("PutParameter", "{'Name':'/till/key','Value':'s3cret','Type':'SecureString'}");

        assertThat(get("/till/key").path("Value").asString()).doesNotContain("s3cret").isNotEmpty();
        assertThat(
                        calls.call("GetParameter", "{'Name':'/till/key','WithDecryption':true}")
                                .at("/Parameter/Value")
                                .asString())
                .isEqualTo("s3cret");
    }

    @Test
    void tellsWhatIsNotThere() {
        put("/till/a", "one");

        calls.refuses("GetParameter", "{'Name':'/till/b'}", "ParameterNotFound");
        calls.refuses("DeleteParameter", "{'Name':'/till/b'}", "ParameterNotFound");
        JsonNode answer = calls.call("GetParameters", "{'Names':['/till/a','/till/b']}");
        assertThat(answer.path("Parameters").findValuesAsString("Name")).containsExactly("/till/a");
        assertThat(answer.path("InvalidParameters").path(0).asString()).isEqualTo("/till/b");
    }

    @Test
    void findsParametersByPathPageByPage() {
        for (String name :
                new String[] {"/till/a", "/till/b", "/till/c", "/till/x/d", "/tills/e"}) {
            put(name, "v");
        }

        assertThat(names("{'Path':'/till'}")).containsExactly("/till/a", "/till/b", "/till/c");
        assertThat(names("{'Path':'/till/','Recursive':true}"))
                .containsExactly("/till/a", "/till/b", "/till/c", "/till/x/d");
        assertThat(names("{'Path':'/till','MaxResults':2}")).containsExactly("/till/a", "/till/b");
        assertThat(names("{'Path':'/till','MaxResults':2,'NextToken':'/till/b'}"))
                .containsExactly("/till/c");
        assertThat(
                        calls.call("GetParametersByPath", "{'Path':'/till','MaxResults':3}")
                                .has("NextToken"))
                .isFalse();
    }

    @Test
    void deletesAndDescribes() {
        put("/till/a", "one");
        put("/till/b", "two");

        calls.call("DeleteParameter", "{'Name':'/till/a'}");

        JsonNode described = calls.call("DescribeParameters", "{}").path("Parameters");
        assertThat(described.findValuesAsString("Name")).containsExactly("/till/b");
        assertThat(described.path(0).has("Value")).isFalse();
        put("/till/a", "again");
        assertThat(get("/till/a").path("Version").intValue()).isEqualTo(1);
    }

    @Test
    void refusesWhatItCantKeep() {
        calls.refuses(
                "PutParameter",
                "{'Name':'/a b','Value':'v','Type':'String'}",
                "ValidationException");
        calls.refuses(
                "PutParameter",
                "{'Name':'a/b','Value':'v','Type':'String'}",
                "ValidationException");
        calls.refuses("PutParameter", "{'Name':'/a','Value':'v'}", "ValidationException");
        calls.refuses(
                "PutParameter",
                "{'Name':'/a','Value':'v','Type':'Number'}",
                "UnsupportedParameterType");
        calls.refuses(
                "PutParameter",
                "{'Name':'/a','Value':'" + "v".repeat(4_097) + "','Type':'String'}",
                "ValidationException");
        calls.refuses(
                "PutParameter",
                "{'Name':'/a','Value':'v','Type':'String','Policies':'p'}",
                "ValidationException",
                "Policies is not supported");
        assertThat(calls.call("DescribeParameters", "{}").path("Parameters").isEmpty()).isTrue();
    }

    private void put(String name, String value) {
        calls.call(
                "PutParameter", "{'Name':'" + name + "','Value':'" + value + "','Type':'String'}");
    }

    private JsonNode get(String name) {
        return calls.call("GetParameter", "{'Name':'" + name + "'}").path("Parameter");
    }

    private List<String> names(String input) {
        return calls.call("GetParametersByPath", input)
                .path("Parameters")
                .findValuesAsString("Name");
    }
}
