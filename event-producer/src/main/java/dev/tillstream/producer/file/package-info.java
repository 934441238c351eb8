/** Events read from files, checked to the last line before the first one is sent. */
@NullMarked
package dev.tillstream.producer.file;

import org.jspecify.annotations.NullMarked;
