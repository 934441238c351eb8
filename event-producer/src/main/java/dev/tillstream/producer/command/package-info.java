/** The command line of the producers. */
@NullMarked
package dev.tillstream.producer.command;

import org.jspecify.annotations.NullMarked;
