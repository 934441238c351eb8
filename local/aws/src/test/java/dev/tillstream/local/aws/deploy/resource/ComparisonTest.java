package dev.tillstream.local.aws.deploy.resource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.local.aws.deploy.template.TemplateException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ComparisonTest {
    @Test
    void acceptsMoreThanIsWantedAndListsInAnotherOrder() {
        assertThatCode(() ->
                        Comparison.requireEqual(
                                "table t",
                                json("{'n':1,'l':[{'a':1},{'a':2}]}"),
                                json("{'n':1,'l':[{'a':2,'x':0},{'a':1}],'m':0}")))
                .doesNotThrowAnyException();
    }

    @Test
    void namesWhatIsDifferent() {
        assertDifferent("{'k':{'p':'a'}}", "{'k':{'p':'b'}}", "another k p");
        assertDifferent("{'k':1}", "{}", "another k");
        assertDifferent("{'l':[1]}", "{'l':[1,2]}", "another l");
        assertDifferent("{'l':[1,3]}", "{'l':[1,2]}", "another l");
    }

    private static void assertDifferent(String wanted, String actual, String reason) {
        assertThatThrownBy(() -> Comparison.requireEqual("table t", json(wanted), json(actual)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("table t exists already with " + reason + " (");
    }

    private static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
