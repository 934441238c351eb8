package dev.tillstream.local.aws.kinesis.stream;

import dev.tillstream.local.aws.protocol.Members;
import java.util.regex.Pattern;

/** A stream's name, and the ARN made of it. */
public record StreamName(String value) implements Comparable<StreamName> {

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9_.-]{1,128}");
    private static final String ARN_PREFIX = "arn:aws:kinesis:us-east-1:000000000000:stream/";

    public StreamName {
        if (!LEGAL.matcher(value).matches()) {
            throw Members.invalid("'" + value + "' is no stream name: [a-zA-Z0-9_.-]{1,128}.");
        }
    }

    /** The name that an ARN of any region ends with. */
    public static StreamName ofArn(String arn) {
        return new StreamName(arn.substring(arn.indexOf('/') + 1));
    }

    public String arn() {
        return ARN_PREFIX + value;
    }

    @Override
    public int compareTo(StreamName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
