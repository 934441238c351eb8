package dev.tillstream.local.aws.deploy.intrinsic;

import dev.tillstream.local.aws.deploy.template.TemplateException;
import tools.jackson.databind.JsonNode;

/** What the names in a template stand for; an unknown one is a {@link TemplateException}. */
public interface Scope {
    /** A parameter, a pseudo parameter or a resource; missing for {@code AWS::NoValue}. */
    JsonNode ref(String name);

    JsonNode attribute(String resource, String attribute);

    JsonNode imported(String export);

    boolean condition(String name);
}
