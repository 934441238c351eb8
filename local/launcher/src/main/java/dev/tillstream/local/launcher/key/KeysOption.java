package dev.tillstream.local.launcher.key;

import dev.tillstream.access.dynamodb.KeyTable;
import dev.tillstream.access.key.KeyOffice;
import dev.tillstream.access.key.KeysUnavailableException;
import dev.tillstream.local.audit.stored.AwsClients;
import dev.tillstream.local.launcher.house.NotRunnableException;
import dev.tillstream.local.launcher.house.RunFile;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Whose keys: of what runs here, of an endpoint, or of AWS as the AWS CLI finds it. */
final class KeysOption {

    @Option(
            names = "--state",
            paramLabel = "DIR",
            defaultValue = ".tillstream",
            description = "Folder of what runs (default: ${DEFAULT-VALUE})")
    private Path folder = Path.of(".tillstream");

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description =
                    "An embedded AWS or LocalStack, for example http://127.0.0.1:4566; without it"
                            + " what runs here, else AWS itself if AWS_REGION is set")
    private @Nullable URI endpoint;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            defaultValue = "tillstream",
            description = "First part of every name (default: ${DEFAULT-VALUE})")
    private String project = "tillstream";

    Path folder() {
        return folder;
    }

    /** Does something with the keys; what goes wrong there becomes one line. */
    int with(ToIntFunction<KeyOffice> work) {
        return withTable(client ->
                work.applyAsInt(
                        new KeyOffice(
                                new KeyTable(client, table()),
                                InstantSource.system(),
                                new SecureRandom())));
    }

    int withTable(ToIntFunction<DynamoDbClient> work) {
        try (DynamoDbClient client = client(System.getenv())) {
            return work.applyAsInt(client);
        } catch (ResourceNotFoundException e) {
            throw noTable();
        } catch (KeysUnavailableException e) {
            if (e.getCause() instanceof ResourceNotFoundException) {
                throw noTable();
            }
            throw noAnswer(e.getCause());
        } catch (SdkException e) {
            throw noAnswer(e);
        }
    }

    private String table() {
        return project + "-store-keys";
    }

    private NotRunnableException noTable() {
        return new NotRunnableException(
                "There is no table " + table() + " here: deploy cloudformation/runtime first");
    }

    private NotRunnableException noAnswer(@Nullable Throwable cause) {
        return new NotRunnableException(
                "Table "
                        + table()
                        + " can't be asked: "
                        + (cause == null ? "" : cause.getMessage()));
    }

    private DynamoDbClient client(Map<String, String> environment) {
        if (endpoint != null && endpoint.getHost() == null) {
            throw new NotRunnableException(
                    "--endpoint-url must be like http://127.0.0.1:4566, is " + endpoint);
        }
        DynamoDbClientBuilder builder =
                DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create());
        RunFile runs = new RunFile(folder);
        if (endpoint == null && runs.read().isEmpty() && environment.containsKey("AWS_REGION")) {
            return builder.build();
        }
        return AwsClients.pointed(
                        builder, endpoint == null ? runs.require().ports().awsAddress() : endpoint)
                .build();
    }
}
