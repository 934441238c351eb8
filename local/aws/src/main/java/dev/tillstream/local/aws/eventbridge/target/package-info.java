@NullMarked
package dev.tillstream.local.aws.eventbridge.target;

import org.jspecify.annotations.NullMarked;
