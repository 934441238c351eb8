/**
 * Tells those who watch a view what is new in it, from all workers. Pure Java, but for its life
 * cycle and its meters.
 */
@NullMarked
package dev.tillstream.analytics.live;

import org.jspecify.annotations.NullMarked;
