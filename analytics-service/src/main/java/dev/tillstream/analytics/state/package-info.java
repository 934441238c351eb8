/** Windows in DynamoDB: the layout is decided in docs/adr/0003-windows-in-a-table.md. */
@NullMarked
package dev.tillstream.analytics.state;

import org.jspecify.annotations.NullMarked;
