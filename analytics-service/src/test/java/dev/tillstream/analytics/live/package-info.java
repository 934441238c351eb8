/** Tests of what watchers are told. */
@NullMarked
package dev.tillstream.analytics.live;

import org.jspecify.annotations.NullMarked;
