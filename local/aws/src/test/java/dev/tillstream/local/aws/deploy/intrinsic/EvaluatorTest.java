package dev.tillstream.local.aws.deploy.intrinsic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.local.aws.deploy.template.Template;
import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

final class EvaluatorTest {
    private final Evaluator evaluator = new Evaluator(new TestScope());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "!Ref Project                                      | 'shop'",
                "{Ref: Project}                                    | 'shop'",
                "!Ref Shards                                       | 2",
                "!GetAtt Queue.Arn                                 | 'Queue/Arn'",
                "!GetAtt [Queue, Arn]                              | 'Queue/Arn'",
                "{'Fn::GetAtt': [Queue, Arn]}                      | 'Queue/Arn'",
                "!Sub '${Project}-dlq'                             | 'shop-dlq'",
                "!Sub '${Queue.Arn}/*'                             | 'Queue/Arn/*'",
                "!Sub 'a ${!Literal} $ {} b'                       | 'a ${Literal} $ {} b'",
                "!Sub ['${x}-${Project}', {x: !Ref Shards}]        | '2-shop'",
                "!Sub ['${x}', {x: '$1'}]                          | '$1'",
                "!ImportValue bus:Name                             | 'imported bus:Name'",
                "!ImportValue {'Fn::Sub': '${Project}:Name'}       | 'imported shop:Name'",
                "!If [Holds, a, b]                                   | 'a'",
                "!If [Fails, a, b]                                    | 'b'",
                "!If [Fails, a, !Ref Project]                         | 'shop'",
                "!Equals [!Ref Project, shop]                      | true",
                "!Equals [!Ref Shards, '2']                        | true",
                "!Equals [a, b]                                    | false",
                "!Not [!Equals [a, b]]                             | true",
                "!Join ['-', [a, !Ref Project, 1]]                 | 'a-shop-1'",
                "!Join ['', []]                                    | ''",
                "!Select [1, [a, b]]                               | 'b'",
                "!Select ['0', [!Ref Project, b]]                  | 'shop'",
                "[a, !Ref Project, {b: !Ref Shards}]               | ['a','shop',{'b':2}]",
                "{a: !Ref 'AWS::NoValue', b: [!Ref 'AWS::NoValue']} | {'b':[]}",
                "{a: !If [Fails, 1, !Ref 'AWS::NoValue']}             | {}",
                "{Ref: a, Other: b}                                | {'Ref':'a','Other':'b'}",
            })
    void evaluates(String yaml, String json) {
        assertThat(evaluator.evaluate(yaml(yaml)).toString()).isEqualTo(json.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "!Cidr [a, b, c]        | Fn::Cidr is not supported",
                "{'Fn::Transform': x}   | Fn::Transform is not supported",
                "!GetAtt Queue          | Queue names no attribute",
                "!If [Holds, a]           | Fn::If needs a list of 3",
                "!Equals a              | Fn::Equals needs a list of 2",
                "!Not [a]               | is not a condition",
                "!Select [2, [a, b]]    | Fn::Select has no element 2",
                "!Select [-1, [a, b]]   | Fn::Select has no element -1",
                "!Select [0, text]      | Fn::Select needs a list",
                "!Join [a, b]           | Fn::Join needs a list",
                "!Join ['', [[a], b]]   | is not text",
                "!Sub {a: b}            | Fn::Sub needs text",
                "!Sub ['${a}', b]       | Fn::Sub needs text",
                "!Sub '${AWS::NoValue}' | is not text",
                "!Ref Unknown           | no Unknown",
            })
    void refuses(String yaml, String reason) {
        assertThatThrownBy(() -> evaluator.evaluate(yaml(yaml)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(reason);
    }

    private static JsonNode yaml(String value) {
        var template = "Resources: {R: {Type: T, Properties: {value: %s}}}".formatted(value);
        return Template.read("test.yaml", new StringReader(template))
                .resources()
                .get("R")
                .properties()
                .get("value");
    }

    /** Knows a few names. */
    private static final class TestScope implements Scope {
        private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
        private static final Map<String, JsonNode> REFS =
                Map.of(
                        "Project", JSON.stringNode("shop"),
                        "Shards", JSON.numberNode(2),
                        "AWS::NoValue", MissingNode.getInstance());

        @Override
        public JsonNode ref(String name) {
            if (!REFS.containsKey(name)) {
                throw new TemplateException("no " + name);
            }
            return REFS.get(name);
        }

        @Override
        public JsonNode attribute(String resource, String attribute) {
            return JSON.stringNode(resource + "/" + attribute);
        }

        @Override
        public JsonNode imported(String export) {
            return JSON.stringNode("imported " + export);
        }

        @Override
        public boolean condition(String name) {
            return name.equals("Holds");
        }
    }
}
