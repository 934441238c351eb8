/** The embedded AWS: one port that speaks the wire protocols the platform uses. */
@NullMarked
package dev.tillstream.local.aws;

import org.jspecify.annotations.NullMarked;
