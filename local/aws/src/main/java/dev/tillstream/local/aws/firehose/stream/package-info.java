@NullMarked
package dev.tillstream.local.aws.firehose.stream;

import org.jspecify.annotations.NullMarked;
