package dev.tillstream.local.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.local.aws.deploy.resource.ResourceProviders;
import dev.tillstream.local.aws.deploy.template.Template;
import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateDeployerTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private final RecordingProvider things = new RecordingProvider();

    @Test
    void deploysExportingStacksFirst() {
        var deployment =
                deploy(
                        "a: {Type: Thing, Properties: {Other: !ImportValue 'tillstream-second:Name'}}",
                        "c: {Type: Thing, Properties: {Other: !ImportValue 'tillstream-third:Name'}}"
                                + exporting("!Ref c"),
                        "e: {Type: Thing, Properties: {Name: shop}}" + exporting("!Ref e"));
        assertThat(deployment.stacks())
                .containsExactly("tillstream-third", "tillstream-second", "tillstream-first");
        assertThat(deployment.exports())
                .containsEntry("tillstream-third:Name", "shop")
                .containsEntry("tillstream-second:Name", "tillstream-second-c");
        assertThat(things.properties("a")).isEqualTo("{\"Other\":\"tillstream-second-c\"}");
    }

    @Test
    void makesWhatAResourceRefersToFirst() {
        deploy(
                """
                a: {Type: Thing, Properties: {Other: !GetAtt b.Arn}}
                  b: {Type: Thing, DependsOn: c, Properties: {Name: bee}}
                  c: {Type: Thing}
                """);
        assertThat(things.created())
                .containsExactly("tillstream-first.c", "tillstream-first.b", "tillstream-first.a");
        assertThat(things.properties("a")).isEqualTo("{\"Other\":\"arn:bee\"}");
    }

    @Test
    void knowsThePseudoParameters() {
        deploy(
                "a: {Type: Thing, Properties: {Name: !Sub '${AWS::Partition} ${AWS::Region} ${AWS::AccountId} ${AWS::StackName} ${AWS::URLSuffix}'}}");
        assertThat(things.properties("a"))
                .contains("aws us-east-1 000000000000 tillstream-first amazonaws.com");
    }

    @Test
    void leavesOutWhatIsUnderAConditionThatDoesNotHold() {
        var deployment =
                deploy(
                        """
                        a: {Type: Thing, Condition: Never}
                          b: {Type: Thing, Condition: Always}
                        Conditions:
                          Never: !Equals [a, b]
                          Always: !Not [!Equals [a, b]]
                        Outputs:
                          A: {Condition: Never, Value: !Ref a, Export: {Name: A}}
                        """);
        assertThat(things.created()).containsExactly("tillstream-first.b");
        assertThat(deployment.exports()).isEmpty();
    }

    @Test
    void namesBothEndsOfAMissingExport() {
        assertRefused(
                "first.yaml imports no:Such, which no template exports",
                "a: {Type: Thing, Properties: {Other: !ImportValue 'no:Such'}}");
    }

    @Test
    void namesBothEndsOfACycle() {
        assertRefused(
                "second.yaml imports tillstream-first:Name from first.yaml, which needs second.yaml",
                "a: {Type: Thing, Properties: {Other: !ImportValue 'tillstream-second:Name'}}"
                        + exporting("x"),
                "a: {Type: Thing, Properties: {Other: !ImportValue 'tillstream-first:Name'}}"
                        + exporting("x"));
    }

    @Test
    void refusesAnExportThatTwoStacksHave() {
        var outputs = "\nOutputs: {O: {Value: x, Export: {Name: same}}}";
        assertRefused(
                "first.yaml and second.yaml both export same",
                "a: {Type: Thing}" + outputs,
                "b: {Type: Thing}" + outputs);
    }

    @Test
    void namesTemplateResourceAndPropertyThatItDoesNotSupport() {
        assertRefused("first.yaml: a: type Other is not supported", "a: {Type: Other}");
        assertRefused(
                "first.yaml: a: property List.Size is not supported",
                "a: {Type: Thing, Properties: {Free: {x: [y]}, List: [{Name: x}, {Size: 1}]}}");
        assertRefused(
                "first.yaml: a: there is no parameter or resource Nobody",
                "a: {Type: Thing, Properties: {Other: !Ref Nobody}}");
        assertRefused(
                "first.yaml: a: attribute b.Url is not supported",
                "a: {Type: Thing, Properties: {Other: !GetAtt b.Url}}\n  b: {Type: Thing}");
        assertRefused(
                "first.yaml: a: b: a needs itself",
                "a: {Type: Thing, Properties: {Other: !Ref b}}\n  b: {Type: Thing, DependsOn: a}");
    }

    @Test
    void givesAnOverrideToEveryTemplateThatHasTheParameter() {
        var parameter = "\nParameters: {P: {Type: Number, Default: 60}}";
        deploy(
                new TemplateDeployer(NOWHERE, Map.of("P", "2")),
                "a: {Type: Thing, Properties: {Other: !Ref P}}" + parameter,
                "b: {Type: Thing, Properties: {Other: !Ref P}}" + parameter,
                "c: {Type: Thing}");
        assertThat(things.properties("a")).isEqualTo("{\"Other\":2}");
        assertThat(things.properties("b")).isEqualTo("{\"Other\":2}");
    }

    @Test
    void refusesAnOverrideThatNoTemplateKnows() {
        assertThatThrownBy(() ->
                        deploy(
                                new TemplateDeployer(NOWHERE, Map.of("Bufer", "2")),
                                "a: {Type: Thing}\nParameters: {Buffer: {Type: String, Default: x}}"))
                .isInstanceOf(TemplateException.class)
                .hasMessage("no template has a parameter Bufer; there are [Buffer]");
    }

    @Test
    void namesAFolderWithoutTemplates(@TempDir Path empty) {
        assertThatThrownBy(() -> new TemplateDeployer(NOWHERE, Map.of()).deploy(empty))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(empty.toString());
    }

    private static String exporting(String value) {
        return "\nOutputs: {O: {Value: %s, Export: {Name: !Sub '${AWS::StackName}:Name'}}}"
                .formatted(value);
    }

    private void assertRefused(String reason, String... resources) {
        assertThatThrownBy(() -> deploy(resources))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(reason);
    }

    private Deployment deploy(String... resources) {
        return deploy(new TemplateDeployer(NOWHERE, Map.of()), resources);
    }

    private Deployment deploy(TemplateDeployer deployer, String... resources) {
        var names = List.of("first", "second", "third").iterator();
        var templates = new ArrayList<Template>();
        for (var each : resources) {
            templates.add(
                    Template.read(
                            names.next() + ".yaml", new StringReader("Resources:\n  " + each)));
        }
        return deployer.deploy(templates, ResourceProviders.of(List.of(things)));
    }
}
