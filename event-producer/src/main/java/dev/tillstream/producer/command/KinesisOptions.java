package dev.tillstream.producer.command;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.kinesis.KinesisApi;
import dev.tillstream.producer.kinesis.KinesisSettings;
import dev.tillstream.producer.kinesis.KinesisSink;
import dev.tillstream.producer.kinesis.PartitionKey;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** {@code --sink kinesis}: to each type's stream, {@code PROJECT-TYPE}. */
final class KinesisOptions {

    static final class ApiName implements ITypeConverter<KinesisApi> {
        @Override
        public KinesisApi convert(String text) {
            try {
                return KinesisApi.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "must be put-record, put-records or aggregated, is " + text);
            }
        }
    }

    @Option(
            names = "--api",
            defaultValue = "put-records",
            paramLabel = "API",
            converter = ApiName.class,
            description =
                    "put-record, put-records or aggregated, as the Kinesis Producer Library does"
                            + " (default: ${DEFAULT-VALUE})")
    private KinesisApi api = KinesisApi.PUT_RECORDS;

    @Option(
            names = "--partition-key",
            defaultValue = "store",
            paramLabel = "KEY",
            description =
                    "store, timestamp or random (default: ${DEFAULT-VALUE}, which analytics needs)")
    private PartitionKey partitionKey = PartitionKey.STORE;

    KinesisSink sink(KinesisClient client, AwsOptions aws, Function<StoreEvent, String> stream) {
        return new KinesisSink(
                client,
                KinesisSettings.of(stream, api, partitionKey),
                aws.envelope(),
                new Random());
    }
}
