package dev.tillstream.router.route.drift;

import dev.tillstream.router.route.Target;

/** The ARNs of one environment. */
public interface Arns {
    String target(Target target);

    /** Of the dead-letter queue with this logical name. */
    String deadLetters(String queue);

    /** Of the role with which the bus writes to streams. */
    String role();
}
