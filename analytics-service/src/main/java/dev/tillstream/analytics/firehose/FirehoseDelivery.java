package dev.tillstream.analytics.firehose;

import dev.tillstream.analytics.retry.Backoff;
import dev.tillstream.analytics.row.RowJson;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.RowDelivery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponse;
import software.amazon.awssdk.services.firehose.model.PutRecordBatchResponseEntry;
import software.amazon.awssdk.services.firehose.model.Record;

/**
 * Sends the rows of one delivery stream in batches, one JSON object a line, and again only those
 * that were not accepted.
 */
final class FirehoseDelivery implements RowDelivery {

    /** PutRecordBatch takes 500 records or 4 MB; so many rows of some 300 bytes are 150 KB. */
    private static final int BATCH = 500;

    /** Errors that another attempt can't mend: a person must. */
    private static final Set<String> FATAL =
            Set.of(
                    "AccessDeniedException",
                    "InvalidArgumentException",
                    "InvalidKMSResourceException",
                    "ResourceNotFoundException",
                    "UnrecognizedClientException");

    private static final Logger log = LoggerFactory.getLogger(FirehoseDelivery.class);

    private final FirehoseClient firehose;
    private final String deliveryStream;
    private final FirehoseSettings settings;
    private final Backoff backoff;
    private final InstantSource clock;

    private volatile Instant pausedUntil = Instant.MIN;

    FirehoseDelivery(
            FirehoseClient firehose,
            String deliveryStream,
            FirehoseSettings settings,
            InstantSource clock,
            RandomGenerator random) {
        this.firehose = firehose;
        this.deliveryStream = deliveryStream;
        this.settings = settings;
        this.backoff = new Backoff(settings.firstBackoff(), settings.longestBackoff(), random);
        this.clock = clock;
    }

    @Override
    public List<Row> deliver(List<Row> rows) {
        List<Row> accepted = new ArrayList<>();
        for (int from = 0; from < rows.size() && !isPaused(); from += BATCH) {
            accepted.addAll(batch(rows.subList(from, Math.min(from + BATCH, rows.size()))));
        }
        return accepted;
    }

    boolean isPaused() {
        return clock.instant().isBefore(pausedUntil);
    }

    private List<Row> batch(List<Row> rows) {
        List<Row> left = rows;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            if (attempt > 1 && !backoff.pause(attempt - 1)) {
                break;
            }
            Attempt result = attempt(left);
            left = result.refused();
            if (result.isFatal() || (attempt == settings.attempts() && !left.isEmpty())) {
                pausedUntil = clock.instant().plus(settings.pause());
                break;
            }
        }
        var accepted = new ArrayList<>(rows);
        accepted.removeAll(new HashSet<>(left));
        return accepted;
    }

    /** What one call left over. */
    private record Attempt(List<Row> refused, boolean isFatal) {}

    private Attempt attempt(List<Row> rows) {
        try {
            PutRecordBatchResponse response =
                    firehose.putRecordBatch(request ->
                            request.deliveryStreamName(deliveryStream)
                                    .records(rows.stream().map(this::record).toList()));
            return new Attempt(refused(rows, response), false);
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails().errorCode();
            log.warn("{}: {} rows were refused: {}", deliveryStream, rows.size(), e.getMessage());
            return new Attempt(rows, FATAL.contains(code));
        } catch (SdkException e) {
            log.warn("{}: {} rows were not sent: {}", deliveryStream, rows.size(), e.getMessage());
            return new Attempt(rows, false);
        }
    }

    private List<Row> refused(List<Row> rows, PutRecordBatchResponse response) {
        if (response.failedPutCount() == 0) {
            return List.of();
        }
        List<Row> refused = new ArrayList<>();
        List<PutRecordBatchResponseEntry> results = response.requestResponses();
        for (int i = 0; i < rows.size(); i++) {
            if (results.get(i).errorCode() != null) {
                refused.add(rows.get(i));
            }
        }
        PutRecordBatchResponseEntry example =
                results.stream().filter(result -> result.errorCode() != null).findFirst().get();
        log.warn(
                "{}: {} of {} rows were refused, for example: {} {}",
                deliveryStream,
                refused.size(),
                rows.size(),
                example.errorCode(),
                example.errorMessage());
        return refused;
    }

    private Record record(Row row) {
        return Record.builder().data(SdkBytes.fromUtf8String(RowJson.write(row) + "\n")).build();
    }
}
