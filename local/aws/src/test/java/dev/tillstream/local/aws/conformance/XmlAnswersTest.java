package dev.tillstream.local.aws.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class XmlAnswersTest {

    private static final JsonNode MODEL =
            JsonMapper.shared()
                    .readTree(
                            """
                            {"operations": {"List": {"output": {"shape": "Out", "resultWrapper": "ListResult"}},
                                            "Find": {"output": {"shape": "Out"}}},
                             "shapes": {
                               "Out": {"type": "structure", "required": ["Count"], "members": {
                                 "Count": {"shape": "Number"}, "At": {"shape": "Time"},
                                 "Names": {"shape": "Names"}, "Things": {"shape": "Things", "locationName": "Thing"}}},
                               "Number": {"type": "integer"}, "Time": {"type": "timestamp"}, "Text": {"type": "string"},
                               "Names": {"type": "list", "member": {"shape": "Text"}},
                               "Things": {"type": "list", "flattened": true, "member": {"shape": "Text"}}}}
                            """);

    @Test
    void readsListsNumbersAndTimesAsTheModelTells() {
        String members =
                "<Count>2</Count><At>1970-01-01T00:01:00Z</At><Names><member>a</member>"
                        + "<member>b</member></Names><Thing>c</Thing><Thing>d</Thing>";

        assertThat(problems("List", "<R><ListResult>" + members + "</ListResult></R>")).isEmpty();
        assertThat(read("Find", "<R>" + members + "</R>").toString())
                .isEqualTo(
                        "{\"Count\":2,\"At\":60,\"Names\":[\"a\",\"b\"],\"Things\":[\"c\",\"d\"]}");
    }

    @Test
    void leavesToBeFoundWhatTheModelDoesNotHaveAndWhatIsOfAnotherType() {
        assertThat(problems("Find", "<R><Count>two</Count><Other>x</Other></R>"))
                .containsExactly(
                        "Find.Count is no integer", "Find.Other is no member in the model");
        assertThat(problems("Find", "<R/>")).containsExactly("Find.Count is required and missing");
    }

    private static List<String> problems(String operation, String xml) {
        var shapes = new ShapeCheck(MODEL);
        shapes.answer(operation, read(operation, xml));
        return shapes.problems();
    }

    private static JsonNode read(String operation, String xml) {
        return new XmlAnswers(MODEL).read(operation, xml.getBytes(StandardCharsets.UTF_8));
    }
}
