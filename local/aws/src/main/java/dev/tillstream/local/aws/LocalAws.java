package dev.tillstream.local.aws;

import dev.tillstream.local.aws.cloudformation.CloudFormation;
import dev.tillstream.local.aws.cloudwatch.CloudWatch;
import dev.tillstream.local.aws.cloudwatch.RpcHandler;
import dev.tillstream.local.aws.deploy.TemplateDeployer;
import dev.tillstream.local.aws.engine.Engines;
import dev.tillstream.local.aws.eventbridge.EventBridge;
import dev.tillstream.local.aws.eventbridge.EventBridgeSettings;
import dev.tillstream.local.aws.eventbridge.port.Ports;
import dev.tillstream.local.aws.fault.Faults;
import dev.tillstream.local.aws.fault.delivery.FaultyPort;
import dev.tillstream.local.aws.fault.http.FaultHandler;
import dev.tillstream.local.aws.fault.http.FaultsEndpoint;
import dev.tillstream.local.aws.firehose.Firehose;
import dev.tillstream.local.aws.firehose.FirehoseSettings;
import dev.tillstream.local.aws.firehose.stream.S3Objects;
import dev.tillstream.local.aws.http.Front;
import dev.tillstream.local.aws.kinesis.Kinesis;
import dev.tillstream.local.aws.protocol.JsonService;
import dev.tillstream.local.aws.query.QueryServiceHandler;
import dev.tillstream.local.aws.ssm.ParameterStore;
import dev.tillstream.local.aws.sts.Sts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded AWS, running: engines behind one public port. */
public final class LocalAws implements AutoCloseable {

    public static final String ACCOUNT = "000000000000";
    public static final String REGION = "us-east-1";

    private static final Logger log = LoggerFactory.getLogger(LocalAws.class);

    private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();
    private final URI endpoint;
    private final CloudFormation cloudFormation =
            new CloudFormation(REGION, ACCOUNT, InstantSource.system());

    private LocalAws(LocalAwsSettings settings) throws Exception {
        Front front = part(bind(settings));
        endpoint = front.endpoint();
        try {
            Engines engines = Engines.start(endpoint, REGION, ACCOUNT, parts::push);
            var faults = new Faults(InstantSource.system());
            var cloudWatch = new CloudWatch();
            List<JsonService> services = new ArrayList<>(services(settings, faults));
            services.add(cloudWatch);
            front.start(
                    new Front.Backends(
                            services,
                            List.of(
                                    new QueryServiceHandler(
                                            List.of(new Sts(ACCOUNT), cloudFormation, cloudWatch)),
                                    new RpcHandler(cloudWatch)),
                            engines.dynamoDb().handler(),
                            engines.sqs().port(),
                            engines.s3().port(),
                            List.of(new FaultsEndpoint(faults, new Random())),
                            handler -> new FaultHandler(faults, handler)));
            deploy(settings);
            front.ready();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /** Returns when engines run and templates are deployed. */
    public static LocalAws start(LocalAwsSettings settings) throws Exception {
        return new LocalAws(settings);
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                log.warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
            }
        }
    }

    /** The services of our own; the front finds each by its target prefix. */
    private List<JsonService> services(LocalAwsSettings settings, Faults faults) {
        InstantSource clock = InstantSource.system();
        var http = part(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        var kinesis = new Kinesis(clock, settings.kinesisBytes(), settings.kinesisLimits());
        var firehose =
                part(
                        new Firehose(
                                FirehoseSettings.defaults(REGION, ACCOUNT),
                                new S3Objects(http, endpoint),
                                clock,
                                UUID::randomUUID,
                                new Random()));
        var ports = new Ports(http, endpoint, kinesis, firehose);
        // Last in, first out: what the bus still holds must find its targets open.
        var eventBridge =
                part(
                        new EventBridge(
                                EventBridgeSettings.defaults(REGION, ACCOUNT),
                                arn -> new FaultyPort(faults, arn, ports.apply(arn)),
                                clock,
                                UUID::randomUUID,
                                new Random()));
        var parameters = new ParameterStore(REGION, ACCOUNT, clock);
        return List.of(kinesis, firehose, eventBridge, parameters);
    }

    /** Called while the front already answers, as a deployment is made of ordinary calls. */
    private void deploy(LocalAwsSettings settings) {
        var templates = settings.templates();
        if (templates != null) {
            var deployment =
                    new TemplateDeployer(endpoint, settings.parameters()).deploy(templates);
            cloudFormation.show(deployment.deployed());
        }
    }

    private <T extends AutoCloseable> T part(T part) {
        parts.push(part);
        return part;
    }

    private static Front bind(LocalAwsSettings settings)
            throws PortTakenException, UnknownHostException {
        InetAddress host = InetAddress.getByName(settings.host());
        try {
            return Front.bind(host, settings.port());
        } catch (IOException e) {
            throw new PortTakenException(settings.host(), settings.port(), e);
        }
    }
}
