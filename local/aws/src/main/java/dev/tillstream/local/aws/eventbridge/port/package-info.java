@NullMarked
package dev.tillstream.local.aws.eventbridge.port;

import org.jspecify.annotations.NullMarked;
