/**
 * Deploys CloudFormation templates to the embedded AWS, so that every environment has one source.
 */
@NullMarked
package dev.tillstream.local.aws.deploy;

import org.jspecify.annotations.NullMarked;
