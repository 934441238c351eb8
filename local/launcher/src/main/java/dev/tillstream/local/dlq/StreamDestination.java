package dev.tillstream.local.dlq;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** A stream; as on the bus, the store is the partition key, and what names none can't go there. */
record StreamDestination(KinesisClient kinesis, String name) implements Destination {

    @Override
    public String describe() {
        return "stream " + name;
    }

    @Override
    public Map<String, String> send(List<DeadLetter> letters) {
        Map<String, String> failures = new HashMap<>();
        List<DeadLetter> sent = new ArrayList<>();
        List<PutRecordsRequestEntry> records = new ArrayList<>();
        for (DeadLetter letter : letters) {
            letter.partitionKey()
                    .ifPresentOrElse(
                            store -> {
                                sent.add(letter);
                                records.add(record(letter, store));
                            },
                            () -> failures.put(letter.messageId(), "has no detail.store_id"));
        }
        if (!records.isEmpty()) {
            List<PutRecordsResultEntry> results =
                    kinesis.putRecords(put -> put.streamName(name).records(records)).records();
            for (int i = 0; i < results.size(); i++) {
                String code = results.get(i).errorCode();
                if (code != null) {
                    failures.put(
                            sent.get(i).messageId(), code + ", " + results.get(i).errorMessage());
                }
            }
        }
        return failures;
    }

    private static PutRecordsRequestEntry record(DeadLetter letter, String store) {
        return PutRecordsRequestEntry.builder()
                .partitionKey(store)
                .data(SdkBytes.fromUtf8String(letter.body()))
                .build();
    }
}
