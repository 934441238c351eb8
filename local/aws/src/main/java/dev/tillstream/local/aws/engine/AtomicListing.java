package dev.tillstream.local.aws.engine;

import java.io.InputStream;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Lists what is stored, as S3 does: the file system store writes an object under another name
 * first, and a listing in that moment would show a key that nobody can get.
 *
 * <p>Objects are written side by side; a listing waits for those that are being written.
 */
final class AtomicListing extends ForwardingBlobStore {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private final UnfinishedWrites writes;

    AtomicListing(BlobStore store, UnfinishedWrites writes) {
        super(store);
        this.writes = writes;
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        return holding(lock.writeLock(), () -> super.list(request));
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        return writing(request.bucket(), request.key(), () -> super.putBlob(request, content));
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        return writing(
                request.destinationBucket(),
                request.destinationKey(),
                () -> super.copyBlob(request));
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        return writing(
                request.bucket(),
                request.key(),
                () -> super.completeMultipartUpload(upload, request));
    }

    private <T> T writing(String bucket, String key, Supplier<T> work) {
        return holding(lock.readLock(), () -> writes.during(bucket, key, work));
    }

    private static <T> T holding(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
