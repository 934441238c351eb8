/** EventBridge's JSON protocol: what each operation takes and answers. */
@NullMarked
package dev.tillstream.local.aws.eventbridge;

import org.jspecify.annotations.NullMarked;
