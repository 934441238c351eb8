package dev.tillstream.local.aws.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

final class TemplateTest {
    @Test
    void keepsTextThatLooksLikeSomethingElse() {
        var properties =
                read("Resources: {R: {Type: T, Properties: {date: 2012-10-17, account: 000000000000, quoted: '1', yes: true, n: 1209600}}}")
                        .resources()
                        .get("R")
                        .properties();
        assertThat(properties.toString())
                .isEqualTo(
                        "{\"date\":\"2012-10-17\",\"account\":\"000000000000\",\"quoted\":\"1\",\"yes\":true,\"n\":1209600}");
    }

    @Test
    void namesFileAndSectionThatItDoesNotSupport() {
        assertRefused("Transform: AWS::Serverless", "shop.yaml: Transform is not supported");
        assertRefused(
                "Resources: {Bus: {Type: T, CreationPolicy: x}}",
                "shop.yaml: Resources.Bus: CreationPolicy is not supported");
        assertRefused("Resources: {Bus: {}}", "shop.yaml: Resources.Bus: Type is missing");
        assertRefused("Outputs: {Bus: {}}", "shop.yaml: Outputs.Bus: Value is missing");
        assertRefused(
                "Parameters: {Shards: {Type: CommaDelimitedList}}",
                "shop.yaml: Parameters.Shards: type CommaDelimitedList is not supported");
    }

    @Test
    void refusesYamlThatMeansSomethingElseThanItSeems() {
        assertRefused("", "shop.yaml: it is empty");
        assertRefused("a: [", "shop.yaml: it is not YAML");
        assertRefused("Resources: {R: {Type: T, Type: U}}", "Type appears twice");
        assertRefused("Resources: {R: {Type: }}", "a key without a value");
    }

    @Test
    void takesTheDefaultOfAParameterUnlessOneIsGiven() {
        var parameter = parameter("{Type: Number, Default: 60, MinValue: 0, MaxValue: 900}");
        assertThat(parameter.value(null).toString()).isEqualTo("60");
        assertThat(parameter.value("2").toString()).isEqualTo("2");
        assertThat(parameter("{Type: String, Default: 60}").value(null).toString())
                .isEqualTo("\"60\"");
    }

    @Test
    void refusesAValueOutsideOfTheLimitsOfItsParameter() {
        assertRefused("{Type: String}", null, "parameter P has no value");
        assertRefused(
                "{Type: Number}", "soon", "parameter P can't be \"soon\": it is not a number");
        assertRefused("{Type: Number, MinValue: 1}", "0", "it is less than 1");
        assertRefused("{Type: Number, MaxValue: 900}", "901", "it is more than 900");
        assertRefused("{Type: String, AllowedValues: ['true', 'false']}", "yes", "[true, false]");
        assertRefused("{Type: String, AllowedPattern: '[a-z]+'}", "A", "it does not match [a-z]+");
    }

    private static void assertRefused(String yaml, String reason) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(reason);
    }

    private static void assertRefused(String parameter, String value, String reason) {
        assertThatThrownBy(() -> parameter(parameter).value(value))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(reason);
    }

    private static Parameter parameter(String yaml) {
        return read("Parameters: {P: %s}".formatted(yaml)).parameters().get("P");
    }

    private static Template read(String yaml) {
        return Template.read("shop.yaml", new StringReader(yaml));
    }
}
