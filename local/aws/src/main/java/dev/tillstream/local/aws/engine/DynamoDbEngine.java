package dev.tillstream.local.aws.engine;

import com.amazonaws.services.dynamodbv2.exceptions.DynamoDBLocalServiceException;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.nio.file.Path;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

/** DynamoDB Local as a handler of our own server: no second port, no telemetry. */
public final class DynamoDbEngine implements AutoCloseable {

    private final LocalDynamoDBRequestHandler requests;
    private final LocalDynamoDBServerHandler handler;

    /**
     * @param folder of its SQLite file, which has every answered write; in memory if null
     */
    public DynamoDbEngine(@Nullable Path folder) {
        try {
            boolean inMemory = folder == null;
            String path = folder == null ? null : folder.toString();
            // One database whatever key or region a client signs with.
            boolean shared = true;
            boolean delayTransientStatuses = false;
            requests =
                    new LocalDynamoDBRequestHandler(
                            0, inMemory, path, shared, delayTransientStatuses);
        } catch (DynamoDBLocalServiceException e) {
            throw new IllegalStateException("DynamoDB Local does not start: " + e.getMessage(), e);
        }
        handler = new LocalDynamoDBServerHandler(requests, null);
    }

    public Handler handler() {
        return handler;
    }

    @Override
    public void close() {
        requests.shutdown();
    }
}
