/**
 * PutEvents done right: one result per event, batches within the limits of AWS, only what failed is
 * sent again.
 */
@NullMarked
package dev.tillstream.publisher;

import org.jspecify.annotations.NullMarked;
