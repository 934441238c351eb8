package dev.tillstream.publisher;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** A bus that fails as it is told, and remembers what it was sent and what it took. */
public final class FakeBus implements EventBridgeClient {

    public final List<List<PutEventsRequestEntry>> calls = new CopyOnWriteArrayList<>();
    public final List<String> accepted = new CopyOnWriteArrayList<>();
    final Map<String, Integer> timesSent = new ConcurrentHashMap<>();
    private final Function<PutEventsRequest, PutEventsResponse> script;

    private FakeBus(Function<PutEventsRequest, PutEventsResponse> script) {
        this.script = script;
    }

    public static FakeBus answering(Function<PutEventsRequest, PutEventsResponse> script) {
        return new FakeBus(script);
    }

    public static FakeBus taking() {
        return failing(entry -> "");
    }

    /** Fails the entries for which the function names a code. */
    public static FakeBus failing(Function<PutEventsRequestEntry, String> code) {
        return new FakeBus(request -> reply(request, code));
    }

    public static PutEventsResponse reply(
            PutEventsRequest request, Function<PutEventsRequestEntry, String> code) {
        return PutEventsResponse.builder()
                .entries(request.entries().stream().map(e -> result(e, code.apply(e))).toList())
                .build();
    }

    static RuntimeException failure(String code, int status) {
        AwsErrorDetails details = AwsErrorDetails.builder().errorCode(code).build();
        return EventBridgeException.builder().awsErrorDetails(details).statusCode(status).build();
    }

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
        List<PutEventsRequestEntry> entries = request.entries();
        calls.add(entries);
        entries.forEach(entry -> timesSent.merge(entry.detail(), 1, Integer::sum));
        PutEventsResponse response = script.apply(request);
        for (int i = 0; i < response.entries().size(); i++) {
            if (response.entries().get(i).errorCode() == null) {
                accepted.add(entries.get(i).detail());
            }
        }
        return response;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}

    private static PutEventsResultEntry result(PutEventsRequestEntry entry, String code) {
        return code.isEmpty()
                ? PutEventsResultEntry.builder().eventId("id of " + entry.detail()).build()
                : PutEventsResultEntry.builder().errorCode(code).errorMessage("as told").build();
    }
}
