/** Keeps orders in a DynamoDB table. */
@NullMarked
package dev.tillstream.dispatch.dynamodb;

import org.jspecify.annotations.NullMarked;
