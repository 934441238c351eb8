package dev.tillstream.local.aws;

import dev.tillstream.local.aws.cloudformation.CloudFormation;
import dev.tillstream.local.aws.cloudwatch.CloudWatch;
import dev.tillstream.local.aws.cloudwatch.RpcHandler;
import dev.tillstream.local.aws.deploy.TemplateDeployer;
import dev.tillstream.local.aws.deploy.api.AwsApi;
import dev.tillstream.local.aws.disk.Committed;
import dev.tillstream.local.aws.disk.DataFolder;
import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.engine.Engines;
import dev.tillstream.local.aws.eventbridge.BusWatcher;
import dev.tillstream.local.aws.eventbridge.EventBridge;
import dev.tillstream.local.aws.eventbridge.EventBridgeSettings;
import dev.tillstream.local.aws.eventbridge.port.Ports;
import dev.tillstream.local.aws.eventbridge.target.Arn;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import dev.tillstream.local.aws.fault.Faults;
import dev.tillstream.local.aws.fault.delivery.FaultyPort;
import dev.tillstream.local.aws.fault.http.FaultHandler;
import dev.tillstream.local.aws.fault.http.FaultsEndpoint;
import dev.tillstream.local.aws.firehose.Firehose;
import dev.tillstream.local.aws.firehose.FirehoseSettings;
import dev.tillstream.local.aws.firehose.stream.ObjectStore;
import dev.tillstream.local.aws.firehose.stream.S3Objects;
import dev.tillstream.local.aws.http.Front;
import dev.tillstream.local.aws.kinesis.Kinesis;
import dev.tillstream.local.aws.page.PageHandler;
import dev.tillstream.local.aws.page.RecentEvents;
import dev.tillstream.local.aws.page.RecentObjects;
import dev.tillstream.local.aws.page.Resources;
import dev.tillstream.local.aws.page.Traffic;
import dev.tillstream.local.aws.page.WatchedPort;
import dev.tillstream.local.aws.query.QueryServiceHandler;
import dev.tillstream.local.aws.ssm.ParameterStore;
import dev.tillstream.local.aws.sts.Sts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded AWS, running: engines behind one public port. */
public final class LocalAws implements AutoCloseable {

    public static final String ACCOUNT = "000000000000";
    public static final String REGION = "us-east-1";

    private static final Logger log = LoggerFactory.getLogger(LocalAws.class);

    private final Deque<AutoCloseable> parts = new ConcurrentLinkedDeque<>();
    private final URI endpoint;
    private final InstantSource clock = InstantSource.system();
    private final CloudFormation cloudFormation = new CloudFormation(REGION, ACCOUNT, clock);

    private LocalAws(LocalAwsSettings settings) throws Exception {
        Path folder = settings.data();
        DataFolder data = folder == null ? null : part(DataFolder.open(folder));
        try {
            Front front = part(bind(settings));
            endpoint = front.endpoint();
            Engines engines = Engines.start(endpoint, REGION, ACCOUNT, data, parts::push);
            front.start(backends(settings, engines, data == null ? Disk.none() : data.disk()));
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

    private Front.Backends backends(LocalAwsSettings settings, Engines engines, Disk disk) {
        var faults = new Faults(clock);
        var cloudWatch = new CloudWatch();
        var events = new RecentEvents(clock);
        var http = part(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
        var objects = new RecentObjects(new S3Objects(http, endpoint), clock);
        var kinesis =
                new Traffic(
                        new Committed(
                                new Kinesis(
                                        clock,
                                        settings.kinesisBytes(),
                                        settings.kinesisLimits(),
                                        disk),
                                disk));
        var firehose = new Traffic(new Committed(firehose(objects, disk), disk));
        // ElasticMQ itself: a second way through the front would cost a tenth of the bus.
        var sqs = URI.create("http://127.0.0.1:" + engines.sqs().port());
        var ports = new Ports(http, sqs, kinesis, firehose);
        var eventBridge =
                new Committed(
                        eventBridge(
                                arn -> watched(arn, ports.apply(arn), faults, events),
                                events,
                                disk),
                        disk);
        // And so that faults don't strike those who only look.
        var queues = part(new AwsApi(sqs));
        var resources =
                new Resources(
                        eventBridge,
                        kinesis,
                        firehose,
                        queues,
                        events,
                        objects,
                        cloudWatch,
                        faults);
        var query = new QueryServiceHandler(List.of(new Sts(ACCOUNT), cloudFormation, cloudWatch));
        var parameters = new Committed(new ParameterStore(REGION, ACCOUNT, clock, disk), disk);
        return new Front.Backends(
                List.of(kinesis, firehose, eventBridge, parameters, cloudWatch),
                List.of(query, new RpcHandler(cloudWatch)),
                engines.dynamoDb().handler(),
                engines.sqs(),
                engines.s3().port(),
                List.of(new FaultsEndpoint(faults, new Random()), new PageHandler(resources)),
                handler -> new FaultHandler(faults, handler));
    }

    private static TargetPort watched(
            Arn arn, TargetPort port, Faults faults, RecentEvents events) {
        return new WatchedPort(events, arn, new FaultyPort(faults, arn, port));
    }

    private Firehose firehose(ObjectStore objects, Disk disk) {
        return part(
                new Firehose(
                        FirehoseSettings.defaults(REGION, ACCOUNT),
                        objects,
                        clock,
                        UUID::randomUUID,
                        new Random(),
                        disk));
    }

    /** Last in, first out: what the bus still holds must find its targets open. */
    private EventBridge eventBridge(
            Function<Arn, TargetPort> ports, BusWatcher watcher, Disk disk) {
        return part(
                new EventBridge(
                        EventBridgeSettings.defaults(REGION, ACCOUNT),
                        ports,
                        clock,
                        UUID::randomUUID,
                        new Random(),
                        watcher,
                        disk));
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
