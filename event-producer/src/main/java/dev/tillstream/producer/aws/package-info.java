/** Clients of AWS, or of what stands for it on a developer's machine. */
@NullMarked
package dev.tillstream.producer.aws;

import org.jspecify.annotations.NullMarked;
