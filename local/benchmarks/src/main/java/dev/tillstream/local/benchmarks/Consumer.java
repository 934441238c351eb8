package dev.tillstream.local.benchmarks;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/** Takes the messages out of a queue, as the service behind it would. */
final class Consumer implements AutoCloseable {

    private static final int THREADS = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final SqsClient queues;
    private final String url;
    private final AtomicLong received = new AtomicLong();
    private volatile boolean closed;

    Consumer(SqsClient queues, String queue) {
        this.queues = queues;
        this.url = queues.getQueueUrl(b -> b.queueName(queue)).queueUrl();
        for (int i = 0; i < THREADS; i++) {
            threads.execute(this::run);
        }
    }

    long received() {
        return received.get();
    }

    private void run() {
        while (!closed) {
            List<Message> messages =
                    queues.receiveMessage(
                                    b -> b.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                            .messages();
            if (!messages.isEmpty()) {
                queues.deleteMessageBatch(b ->
                        b.queueUrl(url).entries(messages.stream().map(Consumer::entry).toList()));
                received.addAndGet(messages.size());
            }
        }
    }

    private static DeleteMessageBatchRequestEntry entry(Message message) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(message.messageId())
                .receiptHandle(message.receiptHandle())
                .build();
    }

    /** Waits for its last calls, which the client's own time-outs end. */
    @Override
    public void close() {
        closed = true;
        threads.close();
    }
}
