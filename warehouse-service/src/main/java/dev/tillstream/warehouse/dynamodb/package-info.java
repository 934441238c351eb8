/** Keeps ledger and levels in DynamoDB tables, exact in whatever order events come. */
@NullMarked
package dev.tillstream.warehouse.dynamodb;

import org.jspecify.annotations.NullMarked;
