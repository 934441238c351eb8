package dev.tillstream.local.dlq;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponseEntry;
import software.amazon.awssdk.services.firehose.model.Record;

/** A delivery stream to S3. */
record DeliveryDestination(FirehoseClient firehose, String name) implements Destination {

    @Override
    public String describe() {
        return "delivery stream " + name;
    }

    @Override
    public Map<String, String> send(List<DeadLetter> letters) {
        List<Record> records =
                letters.stream()
                        .map(letter -> SdkBytes.fromUtf8String(letter.body()))
                        .map(data -> Record.builder().data(data).build())
                        .toList();
        List<PutRecordBatchResponseEntry> results =
                firehose.putRecordBatch(put -> put.deliveryStreamName(name).records(records))
                        .requestResponses();
        Map<String, String> failures = new HashMap<>();
        for (int i = 0; i < results.size(); i++) {
            String code = results.get(i).errorCode();
            if (code != null) {
                failures.put(
                        letters.get(i).messageId(), code + ", " + results.get(i).errorMessage());
            }
        }
        return failures;
    }
}
