@NullMarked
package dev.tillstream.local.launcher.dlq;

import org.jspecify.annotations.NullMarked;
