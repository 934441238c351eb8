package dev.tillstream.local.aws.engine;

import org.elasticmq.Limit;
import org.elasticmq.LimitedValue;
import org.elasticmq.Limits;
import org.elasticmq.RangeLimit;
import org.elasticmq.StrictSQSLimits$;
import scala.collection.immutable.List;
import scala.collection.immutable.List$;
import scala.math.BigDecimal;
import scala.math.Ordering;

/**
 * The limits of SQS as ElasticMQ has them, with one range of characters instead of six: every
 * character of every message is looked up there, which cost a fifth of the whole bus.
 */
final class SqsLimits implements Limits {

    private static final Limits STRICT = StrictSQSLimits$.MODULE$;

    private final Limit<List<RangeLimit<Object>>> characters =
            new LimitedValue<>(
                    List$.MODULE$.<RangeLimit<Object>>empty().$colon$colon(new XmlCharacters()));

    @Override
    public Limit<List<RangeLimit<Object>>> bodyValidCharactersLimit() {
        return characters;
    }

    @Override
    public Limit<Object> queueNameLengthLimit() {
        return STRICT.queueNameLengthLimit();
    }

    @Override
    public Limit<Object> batchSizeLimit() {
        return STRICT.batchSizeLimit();
    }

    @Override
    public Limit<RangeLimit<Object>> numberOfMessagesLimit() {
        return STRICT.numberOfMessagesLimit();
    }

    @Override
    public Limit<Object> nonEmptyAttributesLimit() {
        return STRICT.nonEmptyAttributesLimit();
    }

    @Override
    public Limit<RangeLimit<BigDecimal>> numberAttributeValueLimit() {
        return STRICT.numberAttributeValueLimit();
    }

    @Override
    public Limit<RangeLimit<Object>> messageWaitTimeLimit() {
        return STRICT.messageWaitTimeLimit();
    }

    @Override
    public Limit<Object> maxMessageLength() {
        return STRICT.maxMessageLength();
    }

    @Override
    public Limit<Object> messageAttributesLimit() {
        return STRICT.messageAttributesLimit();
    }

    /** The code points that XML 1.0 can hold: what SQS takes in a message. */
    static final class XmlCharacters extends RangeLimit<Object> {

        private static final long serialVersionUID = 1;

        @SuppressWarnings("unchecked")
        XmlCharacters() {
            super(
                    0x9,
                    Character.MAX_CODE_POINT,
                    (Ordering<Object>) (Ordering<?>) Ordering.Int$.MODULE$);
        }

        @Override
        public boolean isBetween(Object character) {
            int code = (Integer) character;
            return (code >= 0x20 && code <= 0xD7FF)
                    || code == 0x9
                    || code == 0xA
                    || code == 0xD
                    || (code >= 0xE000 && code <= 0xFFFD)
                    || code >= 0x10000;
        }
    }
}
