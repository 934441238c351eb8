/** The commands: verify, explain, render, drift, apply. */
@NullMarked
package dev.tillstream.router;

import org.jspecify.annotations.NullMarked;
