package dev.tillstream.producer.input;

import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An object in S3.
 *
 * @param version its ETag: only this content is read, from the first byte to the last
 */
public record S3Input(S3Client s3, String bucket, String key, String version, long size)
        implements Input {

    /** Whether a name is one of an object in S3. */
    public static boolean isOne(String name) {
        return name.startsWith("s3://");
    }

    /**
     * An object that is there.
     *
     * @param name such as {@code s3://bucket/folder/day.csv}
     * @throws UnreadableException if it isn't
     */
    public static S3Input of(S3Client s3, String name) {
        String path = name.substring("s3://".length());
        int slash = path.indexOf('/');
        if (slash < 1 || slash == path.length() - 1) {
            throw new UnreadableException(name + ": must be like s3://bucket/key");
        }
        return of(s3, path.substring(0, slash), path.substring(slash + 1));
    }

    /** The same by its two parts. */
    public static S3Input of(S3Client s3, String bucket, String key) {
        String name = "s3://" + bucket + "/" + key;
        try {
            HeadObjectResponse head = s3.headObject(request -> request.bucket(bucket).key(key));
            return new S3Input(s3, bucket, key, head.eTag(), head.contentLength());
        } catch (NoSuchKeyException e) {
            throw new UnreadableException(name + ": there is no such object");
        } catch (S3Exception e) {
            throw new UnreadableException(
                    name + ": can't be read: HTTP " + e.statusCode() + " " + e.getMessage());
        } catch (SdkException e) {
            throw new UnreadableException(name + ": can't be read: " + e.getMessage());
        }
    }

    @Override
    public String name() {
        return "s3://" + bucket + "/" + key;
    }

    @Override
    public String identity() {
        return Identity.of(bucket + "/" + key);
    }

    @Override
    public InputStream open() {
        return new S3Stream(this);
    }
}
