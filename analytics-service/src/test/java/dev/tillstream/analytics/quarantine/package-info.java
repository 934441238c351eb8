@NullMarked
package dev.tillstream.analytics.quarantine;

import org.jspecify.annotations.NullMarked;
