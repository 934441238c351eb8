package dev.tillstream.local.aws.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about its destination, empty where it says nothing: the {@code X-Amz-Target}
 * of the JSON protocol and the service of the signature's scope.
 */
public record AwsCall(String targetPrefix, String operation, String service) {

    private static final Pattern SCOPE =
            Pattern.compile("Credential=[^/,&]*/[^/]*/[^/]*/([a-z0-9-]+)/aws4_request");

    public static AwsCall of(Request request) {
        String target = orEmpty(request.getHeaders().get("X-Amz-Target"));
        int dot = target.lastIndexOf('.');
        return new AwsCall(
                dot < 0 ? target : target.substring(0, dot),
                dot < 0 ? "" : target.substring(dot + 1),
                service(request));
    }

    public boolean isDynamoDb() {
        return targetPrefix.startsWith("DynamoDB");
    }

    public boolean isSqs() {
        return targetPrefix.equals("AmazonSQS")
                || (targetPrefix.isEmpty() && service.equals("sqs"));
    }

    /** Plain REST without a scope is taken for S3, as a browser or curl would call it. */
    public boolean isS3() {
        return targetPrefix.isEmpty() && (service.isEmpty() || service.equals("s3"));
    }

    private static String service(Request request) {
        String signature = orEmpty(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        if (signature.isEmpty()) {
            // A presigned URL carries the scope in its query.
            signature =
                    URLDecoder.decode(
                            orEmpty(request.getHttpURI().getQuery()), StandardCharsets.UTF_8);
        }
        Matcher matcher = SCOPE.matcher(signature);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
