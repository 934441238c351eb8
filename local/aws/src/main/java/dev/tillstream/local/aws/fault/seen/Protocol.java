package dev.tillstream.local.aws.fault.seen;

/** The forms that AWS answers have. */
public enum Protocol {
    JSON,
    /** The CBOR form of the JSON protocol (Kinesis). */
    CBOR,
    /** Smithy's RPC v2 in CBOR (CloudWatch). */
    RPC,
    /** Forms in, XML out. */
    QUERY,
    /** S3's REST and XML. */
    REST_XML
}
