/** Events read from files as they are sent; what is no event is put aside. */
@NullMarked
package dev.tillstream.producer.file;

import org.jspecify.annotations.NullMarked;
