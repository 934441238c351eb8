/** What is acknowledged and must be there after a crash of the process, on disk. */
@NullMarked
package dev.tillstream.local.aws.disk;

import org.jspecify.annotations.NullMarked;
