package dev.tillstream.local.benchmarks;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes the messages out of a queue, as the service behind it would. */
final class Consumer implements AutoCloseable {

    private static final int THREADS = 2;

    private final SqsClient queues;
    private final String url;
    private final AtomicLong received = new AtomicLong();
    private volatile boolean closed;

    Consumer(SqsClient queues, String queue) {
        this.queues = queues;
        this.url = queues.getQueueUrl(b -> b.queueName(queue)).queueUrl();
        for (int i = 0; i < THREADS; i++) {
            Thread.ofVirtual().start(this::run);
        }
    }

    long received() {
        return received.get();
    }

    private void run() {
        while (!closed) {
            try {
                List<Message> messages =
                        queues.receiveMessage(b ->
                                        b.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                                .messages();
                if (!messages.isEmpty()) {
                    queues.deleteMessageBatch(b ->
                            b.queueUrl(url)
                                    .entries(messages.stream().map(Consumer::entry).toList()));
                    received.addAndGet(messages.size());
                }
            } catch (SdkException e) {
                if (!closed) {
                    throw e;
                }
            }
        }
    }

    private static DeleteMessageBatchRequestEntry entry(Message message) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(message.messageId())
                .receiptHandle(message.receiptHandle())
                .build();
    }

    @Override
    public void close() {
        closed = true;
    }
}
