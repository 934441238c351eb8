/** Every event that was read, in DynamoDB for a while, by store and time. */
@NullMarked
package dev.tillstream.analytics.eventdata;

import org.jspecify.annotations.NullMarked;
