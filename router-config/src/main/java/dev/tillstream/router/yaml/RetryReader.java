package dev.tillstream.router.yaml;

import dev.tillstream.router.route.RetryPolicy;
import dev.tillstream.router.route.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code retry: {attempts: 185, age: 24h}}. */
final class RetryReader {

    private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smh])");

    private RetryReader() {}

    /** The policy, or empty where there is none or a wrong one, which is a finding. */
    static Optional<RetryPolicy> read(Entry parent) {
        if (!parent.has("retry")) {
            return Optional.empty();
        }
        Entry entry = parent.object("retry").only("attempts", "age");
        RetryPolicy standard = RetryPolicy.OF_THE_BUS;
        int attempts = entry.parsed("attempts", RetryReader::attempts).orElse(standard.attempts());
        Duration age = entry.parsed("age", RetryReader::age).orElse(standard.age());
        return Optional.of(new RetryPolicy(attempts, age));
    }

    private static int attempts(Value value) {
        if (value instanceof Value.Decimal(BigDecimal number)
                && number.stripTrailingZeros().scale() <= 0
                && number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(RetryPolicy.MOST_ATTEMPTS)) <= 0) {
            return number.intValue();
        }
        throw new IllegalArgumentException("must be 0 to 185, is " + Entry.shown(value));
    }

    private static Duration age(Value value) {
        if (value instanceof Value.Text(String text)) {
            Matcher matcher = AGE.matcher(text);
            if (matcher.matches()) {
                Duration age = duration(Long.parseLong(matcher.group(1)), matcher.group(2));
                if (age.compareTo(RetryPolicy.SHORTEST_AGE) >= 0
                        && age.compareTo(RetryPolicy.LONGEST_AGE) <= 0) {
                    return age;
                }
            }
        }
        throw new IllegalArgumentException(
                "must be 1m to 24h, such as 90s, 30m or 24h, is " + Entry.shown(value));
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
