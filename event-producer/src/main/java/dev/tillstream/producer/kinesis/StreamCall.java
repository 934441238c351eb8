package dev.tillstream.producer.kinesis;

import dev.tillstream.producer.UndeliveredException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/** One call that puts records on a stream. */
record StreamCall(KinesisClient client, String stream) {

    /**
     * What a call left undone.
     *
     * @param again the records that the stream hasn't taken; a later call may succeed
     * @param reason of the last of them
     */
    record Left(List<Parcel> again, String reason) {}

    /**
     * Puts records.
     *
     * @param alone by the call that takes just one
     * @throws UndeliveredException where no later call would succeed
     */
    Left put(List<Parcel> parcels, boolean alone) {
        try {
            if (alone) {
                Parcel parcel = parcels.getFirst();
                client.putRecord(request ->
                        request.streamName(stream)
                                .partitionKey(parcel.partitionKey())
                                .data(parcel.data()));
                return new Left(List.of(), "");
            }
            return left(
                    parcels,
                    client.putRecords(request ->
                            request.streamName(stream)
                                    .records(parcels.stream().map(Parcel::entry).toList())));
        } catch (ResourceNotFoundException e) {
            throw new UndeliveredException("There is no stream " + stream);
        } catch (AwsServiceException e) {
            if (e.statusCode() < 500 && !e.isThrottlingException() && e.statusCode() != 408) {
                throw new UndeliveredException(stream + " refuses records: " + e.getMessage());
            }
            return new Left(parcels, String.valueOf(e.getMessage()));
        } catch (SdkException e) {
            return new Left(parcels, "no answer (" + e.getMessage() + ")");
        }
    }

    private static Left left(List<Parcel> parcels, PutRecordsResponse answer) {
        List<PutRecordsResultEntry> results = answer.records();
        if (results.size() != parcels.size()) {
            return new Left(parcels, results.size() + " answers to " + parcels.size() + " records");
        }
        List<Parcel> again = new ArrayList<>();
        String reason = "";
        for (int i = 0; i < parcels.size(); i++) {
            if (results.get(i).errorCode() != null) {
                again.add(parcels.get(i));
                reason = results.get(i).errorCode() + ": " + results.get(i).errorMessage();
            }
        }
        return new Left(again, reason);
    }
}
