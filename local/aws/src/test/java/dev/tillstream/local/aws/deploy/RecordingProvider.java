package dev.tillstream.local.aws.deploy;

import dev.tillstream.local.aws.deploy.resource.CreatedResource;
import dev.tillstream.local.aws.deploy.resource.KnownProperties;
import dev.tillstream.local.aws.deploy.resource.ResourceProvider;
import dev.tillstream.local.aws.deploy.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes nothing and remembers what it was asked for. */
final class RecordingProvider implements ResourceProvider {
    private final List<ResourceRequest> requests = new ArrayList<>();

    List<String> created() {
        return requests.stream()
                .map(request -> request.stack() + "." + request.logicalId())
                .toList();
    }

    String properties(String logicalId) {
        return requests.stream()
                .filter(request -> request.logicalId().equals(logicalId))
                .map(request -> request.properties().toString())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String type() {
        return "Thing";
    }

    @Override
    public KnownProperties properties() {
        return KnownProperties.of("Name", "Other", "List.Name", "Free.*");
    }

    @Override
    public CreatedResource create(ResourceRequest request) {
        requests.add(request);
        return new CreatedResource(
                request.name("Name"), Map.of("Arn", "arn:" + request.name("Name")));
    }
}
