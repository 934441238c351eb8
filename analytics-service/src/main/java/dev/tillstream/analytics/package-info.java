/** Wires the windows of revenue to Kinesis, DynamoDB, Firehose and S3. */
@NullMarked
package dev.tillstream.analytics;

import org.jspecify.annotations.NullMarked;
