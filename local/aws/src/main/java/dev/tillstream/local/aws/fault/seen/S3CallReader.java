package dev.tillstream.local.aws.fault.seen;

import dev.tillstream.local.aws.fault.Call;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import tools.jackson.databind.node.JsonNodeFactory;

/** S3's operations are told by method, path and query; bodies are left alone. */
public final class S3CallReader {

    private static final String VIRTUAL_HOST = ".localhost";

    private S3CallReader() {}

    public static SeenCall read(Request request) {
        String path = request.getHttpURI().getDecodedPath();
        String host = Request.getServerName(request);
        String place =
                host != null && host.endsWith(VIRTUAL_HOST)
                        ? host.substring(0, host.length() - VIRTUAL_HOST.length()) + path
                        : path.substring(1);
        int slash = place.indexOf('/');
        String bucket = slash < 0 ? place : place.substring(0, slash);
        String key = slash < 0 ? "" : place.substring(slash + 1);
        String query = request.getHttpURI().getQuery();
        String operation =
                operation(request, "&" + (query == null ? "" : query), bucket, key.isEmpty());
        return new SeenCall(
                new Call("s3", operation, key.isEmpty() ? Set.of(bucket) : Set.of(bucket, place)),
                Protocol.REST_XML,
                JsonNodeFactory.instance.objectNode());
    }

    private static String operation(
            Request request, String query, String bucket, boolean ofBucket) {
        return switch (request.getMethod()) {
            case "PUT" -> ofBucket ? "CreateBucket" : put(request, query);
            case "POST" -> post(query);
            case "DELETE" -> delete(query, ofBucket);
            case "HEAD" -> ofBucket ? "HeadBucket" : "HeadObject";
            case "GET" -> get(query, bucket, ofBucket);
            default -> request.getMethod();
        };
    }

    private static String put(Request request, String query) {
        if (query.contains("&partNumber=")) {
            return "UploadPart";
        }
        return request.getHeaders().contains("x-amz-copy-source") ? "CopyObject" : "PutObject";
    }

    private static String post(String query) {
        if (query.contains("&uploadId=")) {
            return "CompleteMultipartUpload";
        }
        return query.contains("&uploads") ? "CreateMultipartUpload" : "DeleteObjects";
    }

    private static String delete(String query, boolean ofBucket) {
        if (query.contains("&uploadId=")) {
            return "AbortMultipartUpload";
        }
        return ofBucket ? "DeleteBucket" : "DeleteObject";
    }

    private static String get(String query, String bucket, boolean ofBucket) {
        if (bucket.isEmpty()) {
            return "ListBuckets";
        }
        if (!ofBucket) {
            return "GetObject";
        }
        return query.contains("&list-type=2") ? "ListObjectsV2" : "ListObjects";
    }
}
