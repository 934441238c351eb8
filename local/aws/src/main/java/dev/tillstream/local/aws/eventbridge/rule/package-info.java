/** Buses, rules and patterns: which targets an event has. */
@NullMarked
package dev.tillstream.local.aws.eventbridge.rule;

import org.jspecify.annotations.NullMarked;
