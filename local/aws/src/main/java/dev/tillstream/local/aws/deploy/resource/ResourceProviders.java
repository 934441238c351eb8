package dev.tillstream.local.aws.deploy.resource;

import dev.tillstream.local.aws.deploy.api.AwsApi;
import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every resource type that the embedded AWS takes. */
public final class ResourceProviders {
    /** Types that do nothing here. */
    public static final Set<String> WITHOUT_EFFECT =
            Set.of(
                    "AWS::IAM::ManagedPolicy",
                    "AWS::IAM::Policy",
                    "AWS::IAM::Role",
                    "AWS::S3::BucketPolicy",
                    "AWS::SQS::QueuePolicy");

    private final Map<String, ResourceProvider> byType;

    private ResourceProviders(Stream<ResourceProvider> providers) {
        byType = providers.collect(Collectors.toMap(ResourceProvider::type, Function.identity()));
    }

    /** Those that make what they are asked for by calling AWS. */
    public static ResourceProviders calling(AwsApi aws) {
        return new ResourceProviders(
                Stream.concat(
                        Stream.of(
                                new BucketProvider(aws),
                                new DeliveryStreamProvider(aws),
                                new EventBusProvider(aws),
                                new ParameterProvider(aws),
                                new QueueProvider(aws),
                                new RuleProvider(aws),
                                new StreamProvider(aws),
                                new TableProvider(aws)),
                        WITHOUT_EFFECT.stream().map(WithoutEffect::new)));
    }

    /** Those given, for tests. */
    public static ResourceProviders of(List<ResourceProvider> providers) {
        return new ResourceProviders(providers.stream());
    }

    /** Makes a resource of that type. */
    public CreatedResource create(String type, ResourceRequest request) {
        var provider = byType.get(type);
        if (provider == null) {
            throw new TemplateException(
                    "type %s is not supported by the embedded AWS".formatted(type));
        }
        provider.properties().check(request.properties());
        return provider.create(request);
    }
}
