/** Faults on demand: which calls they strike, how often, and what they do. */
@NullMarked
package dev.tillstream.local.aws.fault;

import org.jspecify.annotations.NullMarked;
