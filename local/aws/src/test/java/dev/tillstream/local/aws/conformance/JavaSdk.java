package dev.tillstream.local.aws.conformance;

import dev.tillstream.local.aws.Clients;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import tools.jackson.databind.node.ObjectNode;

/** The SDK for Java v2, called by reflection. */
record JavaSdk(String name, boolean async, URI endpoint, Map<String, Object> clients)
        implements CallingClient {

    private static final String PACKAGE = "software.amazon.awssdk.services.";

    /** botocore's name, and the SDK's package and prefix of class names. */
    private static final Map<String, String> NAMES =
            Map.of(
                    "cloudformation", "cloudformation.CloudFormation",
                    "cloudwatch", "cloudwatch.CloudWatch",
                    "dynamodb", "dynamodb.DynamoDb",
                    "events", "eventbridge.EventBridge",
                    "firehose", "firehose.Firehose",
                    "kinesis", "kinesis.Kinesis",
                    "s3", "s3.S3",
                    "sqs", "sqs.Sqs",
                    "ssm", "ssm.Ssm",
                    "sts", "sts.Sts");

    static JavaSdk sync(URI endpoint) {
        return new JavaSdk("Java v2 sync", false, endpoint, new ConcurrentHashMap<>());
    }

    static JavaSdk async(URI endpoint) {
        return new JavaSdk("Java v2 async", true, endpoint, new ConcurrentHashMap<>());
    }

    @Override
    public String call(Step step) throws Exception {
        String body = step.service().equals("s3") ? step.input().path("Body").asString("") : "";
        ObjectNode input = step.input().deepCopy();
        if (step.service().equals("s3")) {
            input.remove("Body");
        }
        String service = NAMES.get(step.service());
        Class<?> type =
                Class.forName(
                        PACKAGE
                                + service.substring(0, service.indexOf('.'))
                                + ".model."
                                + step.operation()
                                + "Request");
        Object request = SdkRequests.build(type, input);
        try {
            Object ignored = invoke(client(service), step.operation(), request, body);
            return "";
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails().errorCode();
            return code == null ? "status " + e.statusCode() : code;
        }
    }

    private Object client(String service) {
        return clients.computeIfAbsent(service, this::make);
    }

    private Object make(String service) {
        try {
            Class<?> type = Class.forName(PACKAGE + service + (async ? "AsyncClient" : "Client"));
            Object builder = type.getMethod("builder").invoke(null);
            switch (builder) {
                case S3ClientBuilder s3 -> s3.forcePathStyle(true);
                case S3AsyncClientBuilder s3 -> s3.forcePathStyle(true);
                // The recorder speaks HTTP/1.1 alone; KinesisIT has the other one.
                case KinesisAsyncClientBuilder kinesis ->
                        kinesis.httpClientBuilder(
                                NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1));
                default -> {}
            }
            return Clients.of((AwsClientBuilder<?, ?>) builder, endpoint);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The SDK has no client of " + service, e);
        }
    }

    private static Object invoke(Object client, String operation, Object request, String body)
            throws Exception {
        String name = Character.toLowerCase(operation.charAt(0)) + operation.substring(1);
        Object second =
                switch (operation + client.getClass().getSimpleName().contains("Async")) {
                    case "PutObjecttrue", "UploadParttrue" -> AsyncRequestBody.fromString(body);
                    case "PutObjectfalse", "UploadPartfalse" -> RequestBody.fromString(body);
                    case "GetObjecttrue" -> AsyncResponseTransformer.toBytes();
                    default -> null;
                };
        Method method =
                Arrays.stream(client.getClass().getMethods())
                        .filter(each -> each.getName().equals(name))
                        .filter(each -> each.getParameterCount() == (second == null ? 1 : 2))
                        .filter(each -> each.getParameterTypes()[0].isInstance(request))
                        .filter(each ->
                                second == null || each.getParameterTypes()[1].isInstance(second))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("No method " + name));
        // The classes of clients are not public, their interfaces are.
        method.setAccessible(true);
        try {
            Object answer =
                    second == null
                            ? method.invoke(client, request)
                            : method.invoke(client, request, second);
            return answer instanceof CompletableFuture<?> future ? future.join() : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Override
    public void close() {
        clients.values()
                .forEach(
                        client -> ((software.amazon.awssdk.utils.SdkAutoCloseable) client).close());
    }
}
