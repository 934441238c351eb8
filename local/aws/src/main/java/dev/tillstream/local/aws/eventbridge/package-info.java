@NullMarked
package dev.tillstream.local.aws.eventbridge;

import org.jspecify.annotations.NullMarked;
