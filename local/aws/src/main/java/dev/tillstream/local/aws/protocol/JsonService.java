package dev.tillstream.local.aws.protocol;

import tools.jackson.databind.JsonNode;

/**
 * One AWS service of the JSON protocol. The front finds it by the {@code X-Amz-Target} header,
 * whose form is {@code <prefix>.<operation>}, and closes it at the end if it is {@link
 * AutoCloseable}.
 */
public interface JsonService {

    /** What stands before the operation in {@code X-Amz-Target}, for example {@code AWSEvents}. */
    String targetPrefix();

    /**
     * Answers one call; called by many threads at once.
     *
     * @param input the request's members; timestamps are read by {@link Timestamps}
     * @return the reply's members, an empty object if there are none
     * @throws AwsException for what AWS would reject; {@link AwsException#unknownOperation} for an
     *     operation that isn't there
     */
    JsonNode handle(String operation, JsonNode input);
}
