package dev.tillstream.analytics;

import dev.tillstream.access.dynamodb.KeyTable;
import dev.tillstream.access.key.KeyOffice;
import dev.tillstream.access.key.Role;
import dev.tillstream.contract.StoreId;
import java.security.SecureRandom;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Headers with keys that are in the table of the AWS that runs. */
final class Keys {

    private Keys() {}

    static String of(Role role) {
        return "Bearer " + office().create(role).key().reveal();
    }

    static String ofStore(String store) {
        return "Bearer " + office().createForStore(new StoreId(store)).key().reveal();
    }

    private static KeyOffice office() {
        return new KeyOffice(
                new KeyTable(DynamoDbClient.create(), "tillstream-store-keys"),
                InstantSource.system(),
                new SecureRandom());
    }
}
