package dev.tillstream.router.route.render;

import dev.tillstream.router.route.RetryPolicy;

/** What stands before the rules. */
final class Preamble {

    private Preamble() {}

    static String text(RetryPolicy retry) {
        return """
        # Rendered from router-config/routes.yaml by ./run routes render: edit the routes, not this file.
        AWSTemplateFormatVersion: '2010-09-09'
        Description: 'Tillstream: where events go: the rules of the bus, each target with retries and a dead-letter queue'

        Metadata:
          AWS::CloudFormation::Interface:
            ParameterGroups:
              - Label: {default: Project}
                Parameters: [ProjectName]
              - Label: {default: Stacks}
                Parameters: [BusStack, QueuesStack, StreamsStack, DeliveryStack, AccessStack]
              - Label: {default: Retries}
                Parameters: [MaximumRetryAttempts, MaximumEventAgeSeconds]

        Parameters:
          ProjectName:
            Description: First part of every name, the same in all stacks of one installation
            Type: String
            Default: tillstream
            AllowedPattern: '[a-z][a-z0-9-]{1,30}'
          BusStack:
            Description: Stack of bus.yaml
            Type: String
            Default: tillstream-bus
          QueuesStack:
            Description: Stack of queues.yaml
            Type: String
            Default: tillstream-queues
          StreamsStack:
            Description: Stack of streams.yaml
            Type: String
            Default: tillstream-streams
          DeliveryStack:
            Description: Stack of delivery.yaml
            Type: String
            Default: tillstream-delivery
          AccessStack:
            Description: Stack of access.yaml
            Type: String
            Default: tillstream-access
          MaximumRetryAttempts:
            Description: How often the bus tries a target again before the event goes to its dead-letter queue
            Type: Number
            Default: %d
            MinValue: 0
            MaxValue: 185
          MaximumEventAgeSeconds:
            Description: How long the bus tries a target again before the event goes to its dead-letter queue
            Type: Number
            Default: %d
            MinValue: 60
            MaxValue: 86400

        """
                .formatted(retry.attempts(), retry.age().toSeconds());
    }
}
