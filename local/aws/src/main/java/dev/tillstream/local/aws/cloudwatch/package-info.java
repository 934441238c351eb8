/** CloudWatch: takes metric data and keeps sums of it. */
@NullMarked
package dev.tillstream.local.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
