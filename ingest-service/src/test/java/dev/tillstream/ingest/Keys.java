package dev.tillstream.ingest;

import dev.tillstream.access.dynamodb.KeyTable;
import dev.tillstream.access.key.KeyOffice;
import dev.tillstream.access.key.Role;
import dev.tillstream.contract.StoreId;
import java.security.SecureRandom;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Keys for tests, in the table of the AWS that runs. */
final class Keys {

    private Keys() {}

    static KeyOffice office() {
        return new KeyOffice(
                new KeyTable(DynamoDbClient.create(), "tillstream-store-keys"),
                InstantSource.system(),
                new SecureRandom());
    }

    static String ofStore(String store) {
        return office().createForStore(new StoreId(store)).key().reveal();
    }

    static String of(Role role) {
        return office().create(role).key().reveal();
    }
}
