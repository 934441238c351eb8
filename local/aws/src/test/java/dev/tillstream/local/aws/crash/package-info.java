/** Kills the embedded AWS at random points of a load and looks for what it had acknowledged. */
@NullMarked
package dev.tillstream.local.aws.crash;

import org.jspecify.annotations.NullMarked;
