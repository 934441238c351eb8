/** Records that no window can count, kept in S3. */
@NullMarked
package dev.tillstream.analytics.quarantine;

import org.jspecify.annotations.NullMarked;
