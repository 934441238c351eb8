package dev.tillstream.local.launcher.key;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** A new secret for a key. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = {
            "Make a new key under the same id and show it, once.",
            "The one before stays good for a while, so that nobody is locked out meanwhile."
        })
final class KeysRotateCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private KeysOption keys = new KeysOption();
    @Mixin private Handover handover = new Handover();

    @Parameters(paramLabel = "ID", description = "As ./run keys list shows it")
    private String id = "";

    @Option(
            names = "--overlap",
            paramLabel = "TIME",
            defaultValue = "24h",
            converter = Span.class,
            description =
                    "How long the one before stays good: 90s, 30m, 24h, 7d, 0s (default:"
                            + " ${DEFAULT-VALUE})")
    private Duration overlap = Duration.ofDays(1);

    @Override
    public Integer call() {
        return keys.with(office -> {
            handover.give(office.rotate(id, overlap), spec.commandLine());
            return 0;
        });
    }

    /** A time as people write it. */
    static final class Span implements ITypeConverter<Duration> {

        private static final Pattern TEXT = Pattern.compile("(\\d{1,6})([smhd])");

        @Override
        public Duration convert(String value) {
            Matcher parts = TEXT.matcher(value);
            if (!parts.matches()) {
                throw new TypeConversionException("must be like 30m, 24h or 7d, is " + value);
            }
            long count = Long.parseLong(parts.group(1));
            return switch (parts.group(2)) {
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
    }
}
