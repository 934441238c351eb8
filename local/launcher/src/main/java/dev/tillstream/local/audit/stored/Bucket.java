package dev.tillstream.local.audit.stored;

import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The data bucket, as a stream of whole objects. */
public record Bucket(S3Client s3, String name) {

    /** Keys below a prefix, in their order. */
    public Stream<String> keys(String prefix) {
        return s3
                .listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key);
    }

    /** An object's bytes; Firehose keeps its objects small enough for memory. */
    public byte[] bytes(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(name).key(key)).asByteArray();
    }
}
