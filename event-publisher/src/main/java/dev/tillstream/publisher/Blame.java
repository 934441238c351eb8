package dev.tillstream.publisher;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Whose fault a failure is, which decides whether and when sending again can help. */
enum Blame {
    /** The moment's: throttling, a broken connection, anything unknown. Again, soon. */
    MOMENT,
    /**
     * The set-up's: permissions, credentials, a bus that isn't there. Again, but not before someone
     * repaired it.
     */
    SETUP,
    /** The event's: never again. */
    EVENT;

    private static final Set<String> OF_SETUP =
            Set.of(
                    "AccessDeniedException",
                    "ExpiredTokenException",
                    "IncompleteSignature",
                    "InvalidAccountIdException",
                    "InvalidClientTokenId",
                    "InvalidSignatureException",
                    "MissingAuthenticationToken",
                    "NotAuthorized",
                    "NotAuthorizedForDetailTypeException",
                    "NotAuthorizedForSourceException",
                    "OptInRequired",
                    "ResourceNotFoundException",
                    "SignatureDoesNotMatch",
                    "UnrecognizedClientException");

    private static final Set<String> OF_EVENT =
            Set.of(
                    "InvalidArgument",
                    "MalformedDetail",
                    "RedactionFailure",
                    "ValidationError",
                    "ValidationException");

    /**
     * Blames by what one entry of a reply, or a failed call, says.
     *
     * @param code the name of the failure
     * @param message looked at only where the code alone is ambiguous
     */
    static Blame of(String code, String message) {
        // InvalidArgument is also what an entry gets whose bus does not exist.
        if (OF_SETUP.contains(code) || message.contains("EventBusName")) {
            return SETUP;
        }
        return OF_EVENT.contains(code) ? EVENT : MOMENT;
    }

    static String code(RuntimeException failure) {
        return failure instanceof AwsServiceException e && e.awsErrorDetails() != null
                ? String.valueOf(e.awsErrorDetails().errorCode())
                : PublishResult.Refused.UNKNOWN;
    }
}
