package dev.tillstream.local.aws.firehose.stream;

import dev.tillstream.local.aws.protocol.AwsException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first part of an object's key; without a timestamp expression the delivery hour is appended.
 */
record KeyPrefix(String text) {

    private static final Pattern EXPRESSION = Pattern.compile("!\\{([^:}]*):?([^}]*)}");
    private static final DateTimeFormatter HOUR = formatter("yyyy/MM/dd/HH/");
    private static final int RANDOM_LENGTH = 11;

    KeyPrefix {
        // Evaluated once now, so that a mistake is the creator's error and not each object's.
        String rest = evaluate(text, Instant.EPOCH, () -> new UUID(0, 0));
        if (rest.contains("!{")) {
            throw invalid("Prefix " + text + " has an expression without end");
        }
    }

    boolean hasExpressions() {
        return text.contains("!{");
    }

    String at(Instant firstArrival, Supplier<UUID> ids) {
        String evaluated = evaluate(text, firstArrival, ids);
        return text.contains("!{timestamp:") ? evaluated : evaluated + HOUR.format(firstArrival);
    }

    private static String evaluate(String text, Instant instant, Supplier<UUID> ids) {
        return EXPRESSION
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found, instant, ids)));
    }

    private static String value(MatchResult found, Instant instant, Supplier<UUID> ids) {
        String namespace = found.group(1);
        String value = found.group(2);
        if (namespace.equals("timestamp")) {
            return timestamp(value, instant);
        }
        if (namespace.equals("firehose") && value.equals("random-string")) {
            return ids.get().toString().replace("-", "").substring(0, RANDOM_LENGTH);
        }
        throw invalid(
                "Prefix expression " + found.group() + " is not supported by the embedded AWS");
    }

    private static String timestamp(String pattern, Instant instant) {
        try {
            return formatter(pattern).format(instant);
        } catch (RuntimeException e) {
            throw invalid("Prefix timestamp " + pattern + " is not valid: " + e.getMessage());
        }
    }

    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    private static AwsException invalid(String message) {
        return AwsException.badRequest("InvalidArgumentException", message);
    }
}
