@NullMarked
package dev.tillstream.local.aws.eventbridge.delivery;

import org.jspecify.annotations.NullMarked;
