/** Engines of others (DynamoDB Local, ElasticMQ, S3Proxy) behind the front. */
@NullMarked
package dev.tillstream.local.aws.engine;

import org.jspecify.annotations.NullMarked;
