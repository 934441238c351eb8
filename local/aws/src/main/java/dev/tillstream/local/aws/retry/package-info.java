/** How long to wait before another attempt. */
@NullMarked
package dev.tillstream.local.aws.retry;

import org.jspecify.annotations.NullMarked;
