package dev.tillstream.local.testing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * LocalStack in a container, with the same templates deployed by the same ready hook as in
 * docker-compose.yml.
 */
final class LocalStackAws implements RunningAws {
    private static final String IMAGE = "localstack/localstack:4.4.0";
    private static final int PORT = 4566;
    private static final Duration START = Duration.ofMinutes(3);

    private final LocalStackContainer container;

    private LocalStackAws(LocalStackContainer container) {
        this.container = container;
    }

    static LocalStackAws start(ProjectFolder project) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(
                    "-Daws=localstack needs a container engine, and none answers: start Docker, or leave -Daws away");
        }
        var container = container(project);
        try {
            container.start();
        } catch (RuntimeException e) {
            String logs = container.getLogs();
            container.stop();
            throw new IllegalStateException("LocalStack did not get ready; its log:\n" + logs, e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "stop-localstack"));
        return new LocalStackAws(container);
    }

    // Closed by whoever starts it: the container lives as long as the tests of this JVM.
    @SuppressWarnings("resource")
    private static LocalStackContainer container(ProjectFolder project) {
        var image = System.getenv().getOrDefault("LOCALSTACK_IMAGE", IMAGE);
        return new LocalStackContainer(
                        DockerImageName.parse(image)
                                .asCompatibleSubstituteFor("localstack/localstack"))
                .withEnv("CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES", "0")
                .withCopyFileToContainer(
                        file(project.templates(), 0644), "/opt/tillstream/cloudformation")
                .withCopyFileToContainer(
                        file(project.localStackHook(), 0755),
                        "/etc/localstack/init/ready.d/deploy.sh")
                .waitingFor(
                        Wait.forHttp("/_localstack/init/ready")
                                .forPort(PORT)
                                .forResponsePredicate(body -> body.contains("SUCCESSFUL"))
                                .withStartupTimeout(START));
    }

    private static MountableFile file(Path path, int mode) {
        return MountableFile.forHostPath(path, mode);
    }

    @Override
    public URI endpoint() {
        // An address, not a name: with a name the SDK would put the bucket into the host.
        return URI.create("http://127.0.0.1:" + container.getMappedPort(PORT));
    }

    @Override
    public void close() {
        container.stop();
    }
}
