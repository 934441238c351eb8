package dev.tillstream.producer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.producer.EventFixture;
import dev.tillstream.producer.Tally;
import dev.tillstream.producer.UndeliveredException;
import dev.tillstream.producer.envelope.Envelope;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.kinesis.retrieval.kpl.Messages;

class KinesisSinkTest {

    private static final int ATTEMPTS = 5;

    private final Stream stream = new Stream();
    private final Tally tally = new Tally();

    @Test
    void sendsAgainOnlyWhatTheStreamHasNotTaken() throws InterruptedException {
        stream.refuseEvery = 7;

        send(KinesisApi.PUT_RECORDS, PartitionKey.STORE, EventFixture.sales(1_000));

        assertThat(tally.accepted()).isEqualTo(1_000);
        assertThat(stream.taken).hasSize(1_000);
        assertThat(stream.calls).isNotEmpty().allMatch(size -> size <= 500);
        assertThat(stream.calls.stream().mapToInt(i -> i).sum()).isBetween(1_001, 2_000);
    }

    @Test
    void givesUpAfterSoManyAttempts() {
        stream.refuseEvery = 1;

        assertThatThrownBy(() ->
                        send(KinesisApi.PUT_RECORDS, PartitionKey.STORE, EventFixture.sales(3)))
                .isInstanceOf(UndeliveredException.class)
                .hasMessage(
                        "tillstream-sales-events didn't take 3 records in 5 attempts, last:"
                                + " ProvisionedThroughputExceededException: slow down");
        assertThat(stream.calls).hasSize(ATTEMPTS);
        assertThat(tally.accepted()).isZero();
    }

    @Test
    void saysWhichStreamIsNotThere() {
        stream.there = false;

        assertThatThrownBy(() ->
                        send(KinesisApi.PUT_RECORD, PartitionKey.STORE, EventFixture.sales(3)))
                .isInstanceOf(UndeliveredException.class)
                .hasMessage("There is no stream tillstream-sales-events");
    }

    @Test
    void putsOneByOneInTheBussEnvelope() throws InterruptedException {
        List<StoreEvent> sales = EventFixture.sales(20);

        send(KinesisApi.PUT_RECORD, PartitionKey.TIMESTAMP, sales);

        assertThat(stream.taken).hasSize(20);
        assertThat(stream.taken)
                .allSatisfy(record -> {
                    assertThat(record.partitionKey()).isEqualTo("2026-01-05T10:00:00Z");
                    assertThat(record.data().asUtf8String())
                            .startsWith("{\"version\":\"0\",\"id\":\"")
                            .contains("\"account\":\"000000000000\"", "\"resources\":[]");
                });
        assertThat(stream.taken)
                .extracting(record -> new EventCodec().decode(record.data().asByteArray()))
                .containsExactlyInAnyOrderElementsOf(sales);
    }

    @Test
    void packsTheEventsOfAStoreAsTheProducerLibraryDoes() throws Exception {
        List<StoreEvent> sales = new ArrayList<>();
        IntStream.range(0, 3_000)
                .forEach(i -> sales.add(EventFixture.saleOf("store_" + i % 3, "r" + i)));

        send(KinesisApi.AGGREGATED, PartitionKey.STORE, sales);

        assertThat(stream.taken).hasSizeBetween(3, 12);
        List<StoreEvent> unpacked = new ArrayList<>();
        for (PutRecordsRequestEntry record : stream.taken) {
            List<StoreEvent> events = unpack(record);
            assertThat(events)
                    .allMatch(event -> event.storeId().value().equals(record.partitionKey()));
            unpacked.addAll(events);
        }
        assertThat(unpacked).containsExactlyInAnyOrderElementsOf(sales);
        assertThat(tally.accepted()).isEqualTo(3_000);
    }

    @Test
    void packsEventsThatMayLieAnywhereUnderOneKeyEach() throws Exception {
        send(KinesisApi.AGGREGATED, PartitionKey.RANDOM, EventFixture.sales(2_000));

        assertThat(stream.taken).hasSizeBetween(2, 8);
        assertThat(stream.taken)
                .extracting(PutRecordsRequestEntry::partitionKey)
                .doesNotHaveDuplicates();
        assertThat(unpack(stream.taken.getFirst())).hasSizeGreaterThan(200);
    }

    private void send(KinesisApi api, PartitionKey key, List<StoreEvent> events)
            throws InterruptedException {
        KinesisSettings settings =
                new KinesisSettings(
                        event -> "tillstream-" + event.detailType(),
                        api,
                        key,
                        2,
                        ATTEMPTS,
                        Duration.ofMillis(1),
                        Duration.ofMillis(2));
        Envelope envelope = new Envelope("000000000000", "us-east-1");
        try (KinesisSink sink = new KinesisSink(stream, settings, envelope, new Random(1))) {
            sink.send(events, tally);
            sink.drain();
        }
    }

    /** As the Kinesis Client Library does. */
    private static List<StoreEvent> unpack(PutRecordsRequestEntry record)
            throws InvalidProtocolBufferException, NoSuchAlgorithmException {
        byte[] data = record.data().asByteArray();
        assertThat(data.length).isLessThan(256 * 1024);
        assertThat(Arrays.copyOf(data, 4)).containsExactly(0xF3, 0x89, 0x9A, 0xC2);
        byte[] message = Arrays.copyOfRange(data, 4, data.length - 16);
        assertThat(Arrays.copyOfRange(data, data.length - 16, data.length))
                .isEqualTo(MessageDigest.getInstance("MD5").digest(message));
        Messages.AggregatedRecord aggregated = Messages.AggregatedRecord.parseFrom(message);
        assertThat(aggregated.getPartitionKeyTableList()).containsExactly(record.partitionKey());
        assertThat(UserRecords.of(data))
                .containsExactlyElementsOf(
                        aggregated.getRecordsList().stream()
                                .map(one -> one.getData().toByteArray())
                                .toList());
        data[data.length - 1]++;
        assertThat(UserRecords.of(data)).containsExactly(data);
        EventCodec codec = new EventCodec();
        return aggregated.getRecordsList().stream()
                .map(one -> codec.decode(one.getData().toByteArray()))
                .toList();
    }

    /** Refuses each so-and-so-many-th record that it is given. */
    private static final class Stream implements KinesisClient {

        private final List<PutRecordsRequestEntry> taken =
                Collections.synchronizedList(new ArrayList<>());
        private final List<Integer> calls = Collections.synchronizedList(new ArrayList<>());
        private boolean there = true;
        private int refuseEvery = Integer.MAX_VALUE;
        private int given;

        @Override
        public synchronized PutRecordsResponse putRecords(PutRecordsRequest request) {
            calls.add(request.records().size());
            List<PutRecordsResultEntry> results = new ArrayList<>();
            for (PutRecordsRequestEntry record : request.records()) {
                given++;
                if (given % refuseEvery == 0) {
                    results.add(
                            PutRecordsResultEntry.builder()
                                    .errorCode("ProvisionedThroughputExceededException")
                                    .errorMessage("slow down")
                                    .build());
                } else {
                    taken.add(record);
                    results.add(PutRecordsResultEntry.builder().sequenceNumber("1").build());
                }
            }
            return PutRecordsResponse.builder().records(results).build();
        }

        @Override
        public PutRecordResponse putRecord(PutRecordRequest request) {
            if (!there) {
                throw ResourceNotFoundException.builder().message("no").build();
            }
            taken.add(
                    PutRecordsRequestEntry.builder()
                            .partitionKey(request.partitionKey())
                            .data(request.data())
                            .build());
            return PutRecordResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "kinesis";
        }

        @Override
        public void close() {}
    }
}
