package dev.tillstream.local.aws.query;

import tools.jackson.databind.JsonNode;

/** One AWS service of the query protocol, found by the service in the signature's scope. */
public interface QueryService {

    /** As signatures name it, for example {@code sts}. */
    String signingName();

    /** Namespace of its XML. */
    String namespace();

    /**
     * Answers one call; called by many threads at once.
     *
     * @param input the form as a tree, all values strings
     * @return the result's members: arrays become lists of {@code member} elements, objects without
     *     members empty elements
     * @throws dev.tillstream.local.aws.protocol.AwsException for what AWS would reject
     */
    JsonNode handle(String operation, JsonNode input);
}
