/**
 * A CloudFormation template as it is written: read, checked for what is supported, not evaluated.
 */
@NullMarked
package dev.tillstream.local.aws.deploy.template;

import org.jspecify.annotations.NullMarked;
