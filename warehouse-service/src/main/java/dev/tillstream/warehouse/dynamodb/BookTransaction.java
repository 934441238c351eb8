package dev.tillstream.warehouse.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes a ledger entry and its item's level, both or neither, and says what came of it. */
final class BookTransaction {

    private static final String CONDITION = "ConditionalCheckFailed";

    /** Reasons that pass: another transaction held one of the items, or there was too much load. */
    private static final Set<String> PASSING =
            Set.of(
                    "None",
                    "TransactionConflict",
                    "ThrottlingError",
                    "ProvisionedThroughputExceeded");

    private final DynamoDbClient client;

    BookTransaction(DynamoDbClient client) {
        this.client = client;
    }

    Result write(TransactWriteItem entry, TransactWriteItem level) {
        try {
            client.transactWriteItems(request -> request.transactItems(entry, level));
            return new Done();
        } catch (TransactionCanceledException e) {
            return result(e);
        }
    }

    /** Reasons come in the order of the writes. */
    private static Result result(TransactionCanceledException e) {
        List<CancellationReason> reasons = e.cancellationReasons();
        if (reasons.size() != 2) {
            throw e;
        }
        if (CONDITION.equals(reasons.getFirst().code())) {
            return new EntryExists(reasons.getFirst().item());
        }
        if (CONDITION.equals(reasons.getLast().code())) {
            return new LevelDiffers();
        }
        if (reasons.stream().allMatch(reason -> PASSING.contains(reason.code()))) {
            return new Contended();
        }
        throw e;
    }

    /** What came of a transaction. */
    sealed interface Result {}

    /** Both are written. */
    record Done() implements Result {}

    /** Nothing is written: the ledger has an entry of that id. */
    record EntryExists(Map<String, AttributeValue> item) implements Result {}

    /** Nothing is written: the level is not what its condition says. */
    record LevelDiffers() implements Result {}

    /** Nothing is written, and the same may well get through in a moment. */
    record Contended() implements Result {}
}
