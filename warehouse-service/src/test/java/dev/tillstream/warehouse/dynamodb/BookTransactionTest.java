package dev.tillstream.warehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.warehouse.dynamodb.BookTransaction.Contended;
import dev.tillstream.warehouse.dynamodb.BookTransaction.Done;
import dev.tillstream.warehouse.dynamodb.BookTransaction.EntryExists;
import dev.tillstream.warehouse.dynamodb.BookTransaction.LevelDiffers;
import dev.tillstream.warehouse.dynamodb.BookTransaction.Result;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Reads the reasons that AWS gives; the local one gives only some of them. */
class BookTransactionTest {

    private static final Map<String, AttributeValue> FIRST =
            Map.of("change_id", AttributeValue.fromS("a"));

    @Test
    void bothAreWritten() {
        assertThat(writeCancelledBy()).isInstanceOf(Done.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ConditionalCheckFailed, None",
        "ConditionalCheckFailed, ConditionalCheckFailed",
        "ConditionalCheckFailed, TransactionConflict",
    })
    void anEntryThatExistsIsOneWhateverItsLevelSays(String entry, String level) {
        assertThat(writeCancelledBy(entry, level)).isEqualTo(new EntryExists(FIRST));
    }

    @Test
    void aLevelMayDiffer() {
        assertThat(writeCancelledBy("None", "ConditionalCheckFailed"))
                .isInstanceOf(LevelDiffers.class);
    }

    @ParameterizedTest
    @CsvSource({
        "None, TransactionConflict",
        "TransactionConflict, None",
        "TransactionConflict, TransactionConflict",
        "ThrottlingError, None",
        "None, ProvisionedThroughputExceeded",
    })
    void whatPassesIsContention(String entry, String level) {
        assertThat(writeCancelledBy(entry, level)).isInstanceOf(Contended.class);
    }

    @ParameterizedTest
    @CsvSource({
        "None, ValidationError",
        "ItemCollectionSizeLimitExceeded, None",
        "TransactionConflict, ValidationError",
    })
    void whatDoesNotPassIsThrown(String entry, String level) {
        assertThatThrownBy(() -> writeCancelledBy(entry, level))
                .isInstanceOf(TransactionCanceledException.class);
    }

    private static Result writeCancelledBy(String... codes) {
        return new BookTransaction(new Cancelling(codes))
                .write(TransactWriteItem.builder().build(), TransactWriteItem.builder().build());
    }

    private record Cancelling(List<String> codes) implements DynamoDbClient {

        Cancelling(String... codes) {
            this(List.of(codes));
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (codes.isEmpty()) {
                return TransactWriteItemsResponse.builder().build();
            }
            Stream<CancellationReason> reasons =
                    codes.stream()
                            .map(code ->
                                    CancellationReason.builder().code(code).item(FIRST).build());
            throw TransactionCanceledException.builder()
                    .cancellationReasons(reasons.toList())
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
