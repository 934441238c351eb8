/** What is in the embedded AWS and what happened lately, as JSON and as a page. */
@NullMarked
package dev.tillstream.local.aws.page;

import org.jspecify.annotations.NullMarked;
