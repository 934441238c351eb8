package dev.tillstream.producer.command;

import dev.tillstream.producer.Progress;
import dev.tillstream.producer.input.S3Input;
import dev.tillstream.producer.kinesis.KinesisSink;
import dev.tillstream.producer.manifest.BadManifestException;
import dev.tillstream.producer.manifest.Manifest;
import dev.tillstream.producer.manifest.ManifestRun;
import dev.tillstream.producer.manifest.ManifestSettings;
import dev.tillstream.producer.manifest.Marks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;

/** {@code --manifest}: many objects, each to its stream. */
final class ManifestOptions {

    /** There are several producers. */
    private static final int BATCH = 1_000;

    @Option(
            names = "--manifest",
            paramLabel = "PATH",
            description =
                    "JSON, [{\"stream\":..,\"bucket\":..,\"file\":..},..]: sends each object to its"
                            + " stream, all at once; run again, it goes on where it was")
    private @Nullable Path manifest;

    @Option(
            names = "--mappings",
            paramLabel = "DIR",
            description = "With --manifest: folder with a mapping per event type, TYPE.yaml")
    private @Nullable Path mappings;

    @Option(
            names = "--marks",
            paramLabel = "PATH",
            description =
                    "With --manifest: where it remembers how far it is (default: the manifest's name"
                            + " and .marks)")
    private @Nullable Path marks;

    boolean isChosen() {
        return manifest != null;
    }

    /** Returns the exit code. */
    int send(ProduceCommand.Parts parts, PrintWriter totals, PrintWriter err) {
        Path file = manifest == null ? Path.of("") : manifest;
        Manifest entries = Manifest.read(file);
        AwsOptions aws = parts.aws();
        try (Marks known = Marks.open(marks == null ? Path.of(file + ".marks") : marks);
                S3Client s3 = aws.s3(parts.here());
                KinesisClient kinesis = aws.kinesis(parts.here());
                ManifestRun run =
                        ManifestRun.open(entries, known, settings(file, parts, s3, kinesis))) {
            int exit = run(run, err);
            run.report(err);
            totals.println(run.total().toJson(exit == 0 && run.isWhole()));
            totals.flush();
            return exit == 0 && !run.isWhole() ? Production.REFUSED : exit;
        } catch (IOException e) {
            throw new BadManifestException(file + ": " + e.getMessage(), e);
        }
    }

    private static int run(ManifestRun run, PrintWriter err) {
        try (Progress progress = Progress.of(true, err)) {
            run.run(progress);
            return run.hasEnded() ? 0 : Production.FAILED;
        } catch (InterruptedException e) {
            return Production.STOPPED;
        }
    }

    private ManifestSettings settings(
            Path file, ProduceCommand.Parts parts, S3Client s3, KinesisClient kinesis) {
        Path folder = file.toAbsolutePath().getParent();
        return new ManifestSettings(
                parts.aws().project(),
                mappings,
                folder == null ? Path.of("/") : folder,
                parts.files().maxErrors(),
                BATCH,
                entry -> S3Input.of(s3, entry.bucket(), entry.file()),
                stream -> sink(parts, kinesis, stream));
    }

    private static KinesisSink sink(
            ProduceCommand.Parts parts, KinesisClient kinesis, String stream) {
        return parts.sinks().kinesis().sink(kinesis, parts.aws(), event -> stream);
    }
}
