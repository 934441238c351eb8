package dev.tillstream.local.launcher.key;

import dev.tillstream.access.dynamodb.KeyTable;
import dev.tillstream.access.key.KeyOffice;
import dev.tillstream.access.key.KeysUnavailableException;
import dev.tillstream.local.launcher.house.NotRunnableException;
import dev.tillstream.local.launcher.place.AwsPlace;
import dev.tillstream.producer.aws.LocalAws;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Whose keys. */
final class KeysOption {

    @Mixin private AwsPlace place = new AwsPlace();

    Path folder() {
        return place.folder();
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
        return place.project() + "-store-keys";
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
        DynamoDbClientBuilder builder =
                DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create());
        return place.address(environment)
                .map(address -> LocalAws.pointed(builder, address))
                .orElse(builder)
                .build();
    }
}
