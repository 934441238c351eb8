package dev.tillstream.local.aws.kinesis.stream;

import dev.tillstream.local.aws.protocol.AwsException;

/**
 * Sequence numbers: a long inside, 56 decimal digits on the wire like those of AWS, which clients
 * compare as numbers.
 */
public final class SequenceNumber {

    private static final String PREFIX = "496" + "0".repeat(34);
    private static final int LONG_DIGITS = 19;
    private static final String ZEROS = "0".repeat(LONG_DIGITS);

    private SequenceNumber() {}

    public static String format(long sequence) {
        String digits = Long.toString(sequence);
        return PREFIX + ZEROS.substring(digits.length()) + digits;
    }

    public static long parse(String text) {
        if (text.length() == PREFIX.length() + LONG_DIGITS && text.startsWith(PREFIX)) {
            try {
                return Long.parseUnsignedLong(text, PREFIX.length(), text.length(), 10);
            } catch (NumberFormatException e) {
                // Falls through to the same answer.
            }
        }
        throw AwsException.badRequest(
                "InvalidArgumentException", "Sequence number " + text + " is not of this stream.");
    }
}
