package dev.tillstream.local.dlq;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** The queue of a consumer. */
record QueueDestination(SqsClient sqs, String name, String url) implements Destination {

    @Override
    public String describe() {
        return "queue " + name;
    }

    @Override
    public Map<String, String> send(List<DeadLetter> letters) {
        List<SendMessageBatchRequestEntry> entries =
                letters.stream()
                        .map(letter ->
                                SendMessageBatchRequestEntry.builder()
                                        .id(letter.messageId())
                                        .messageBody(letter.body())
                                        .build())
                        .toList();
        return sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entries)).failed().stream()
                .collect(
                        Collectors.toMap(
                                BatchResultErrorEntry::id,
                                failed -> failed.code() + ", " + failed.message()));
    }
}
