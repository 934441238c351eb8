/** A delivery stream: its buffer, its keys, its objects. */
@NullMarked
package dev.tillstream.local.aws.firehose.stream;

import org.jspecify.annotations.NullMarked;
