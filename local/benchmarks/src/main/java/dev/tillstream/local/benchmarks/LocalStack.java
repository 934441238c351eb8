package dev.tillstream.local.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** LocalStack in a container of its own, with the ready hook of {@code docker compose}. */
record LocalStack(LocalStackContainer container) implements Candidate {

    private static final String IMAGE = "localstack/localstack:4.4.0";
    private static final int PORT = 4566;
    private static final Duration START = Duration.ofMinutes(5);

    // Whoever starts it closes it.
    @SuppressWarnings("resource")
    static LocalStack start(Path root) {
        LocalStackContainer container =
                new LocalStackContainer(DockerImageName.parse(IMAGE))
                        .withEnv("CFN_IGNORE_UNSUPPORTED_RESOURCE_TYPES", "0")
                        .withCopyFileToContainer(
                                MountableFile.forHostPath(
                                        root.resolve("cloudformation/runtime"), 0644),
                                "/opt/tillstream/cloudformation")
                        .withCopyFileToContainer(
                                MountableFile.forHostPath(
                                        root.resolve("docker/localstack/deploy.sh"), 0755),
                                "/etc/localstack/init/ready.d/deploy.sh")
                        .waitingFor(
                                Wait.forHttp("/_localstack/init/ready")
                                        .forPort(PORT)
                                        .forResponsePredicate(body -> body.contains("SUCCESSFUL"))
                                        .withStartupTimeout(START));
        try {
            container.start();
            return new LocalStack(container);
        } catch (RuntimeException e) {
            container.stop();
            throw e;
        }
    }

    @Override
    public String name() {
        return "LocalStack 4.4.0";
    }

    @Override
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + container.getMappedPort(PORT));
    }

    @Override
    public long residentMegabytes() throws IOException, InterruptedException {
        String sum =
                container
                        .execInContainer(
                                "sh",
                                "-c",
                                "cat /proc/[0-9]*/status | awk '/^VmRSS/ {kb += $2} END {print kb}'")
                        .getStdout();
        return Long.parseLong(sum.strip()) / 1024;
    }

    @Override
    public void close() {
        container.stop();
    }
}
