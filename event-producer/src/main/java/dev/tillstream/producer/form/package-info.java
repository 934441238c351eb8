/** How the values of a record become an event. */
@NullMarked
package dev.tillstream.producer.form;

import org.jspecify.annotations.NullMarked;
