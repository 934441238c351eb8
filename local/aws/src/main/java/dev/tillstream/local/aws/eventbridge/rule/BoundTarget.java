package dev.tillstream.local.aws.eventbridge.rule;

import dev.tillstream.local.aws.eventbridge.delivery.TargetWorker;
import dev.tillstream.local.aws.eventbridge.target.Target;

/** A target of a rule together with the worker that delivers to it. */
public record BoundTarget(Target target, TargetWorker worker) {}
