package dev.tillstream.local.aws.conformance;

/** A client of AWS that makes any call it is told. */
interface CallingClient extends AutoCloseable {

    String name();

    /** Answers the code of the error that the client saw, empty if the call succeeded. */
    String call(Step step) throws Exception;

    @Override
    default void close() {}
}
