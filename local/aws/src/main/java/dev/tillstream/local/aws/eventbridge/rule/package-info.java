@NullMarked
package dev.tillstream.local.aws.eventbridge.rule;

import org.jspecify.annotations.NullMarked;
