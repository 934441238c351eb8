/** Proves routes before they run: each finding has a kind, a place and a reason. */
@NullMarked
package dev.tillstream.router.route.verify;

import org.jspecify.annotations.NullMarked;
