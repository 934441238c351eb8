package dev.tillstream.local.aws.deploy.resource;

import java.util.Map;

/** What other resources can learn about one that is there: {@code Ref} and {@code GetAtt}. */
public record CreatedResource(String ref, Map<String, String> attributes) {
    public CreatedResource {
        attributes = Map.copyOf(attributes);
    }
}
