/** What is really stored in S3, DynamoDB and SQS, read for the audit and never changed. */
@NullMarked
package dev.tillstream.local.audit.stored;

import org.jspecify.annotations.NullMarked;
