/** CloudFormation: tells what was deployed at the start. */
@NullMarked
package dev.tillstream.local.aws.cloudformation;

import org.jspecify.annotations.NullMarked;
