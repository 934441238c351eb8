@NullMarked
package dev.tillstream.local.aws.firehose;

import org.jspecify.annotations.NullMarked;
