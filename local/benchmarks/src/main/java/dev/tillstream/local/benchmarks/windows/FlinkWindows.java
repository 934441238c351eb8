package dev.tillstream.local.benchmarks.windows;

import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.local.benchmarks.windows.Day.Minute;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * The same answer by Flink on a MiniCluster: decoded by the same codec, keyed by store, each
 * identity counted once within its window, in event time. No checkpoints, the state on the heap,
 * objects reused: as fast as it gets.
 */
@SuppressWarnings("serial") // functions never leave this JVM
final class FlinkWindows {

    /** Source, sink and test are one JVM: what else would have to be written and read again. */
    private static volatile List<byte[]> input = List.of();

    private static final Map<Minute, BigDecimal> ROWS = new ConcurrentHashMap<>();

    private FlinkWindows() {}

    static Map<Minute, BigDecimal> run(List<byte[]> events) throws Exception {
        input = events;
        ROWS.clear();
        StreamExecutionEnvironment flink =
                StreamExecutionEnvironment.createLocalEnvironment(1, new Configuration());
        flink.getConfig().enableObjectReuse();
        flink.fromSequence(0, events.size() - 1)
                .map(new Decode())
                .returns(
                        Types.TUPLE(
                                Types.STRING, Types.LONG, Types.LONG, Types.LONG, Types.BIG_DEC))
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy
                                .<Tuple5<String, Long, Long, Long, BigDecimal>>
                                        forBoundedOutOfOrderness(Windows.GRACE)
                                .withTimestampAssigner((sale, time) -> sale.f1))
                .keyBy(sale -> sale.f0, Types.STRING)
                .window(TumblingEventTimeWindows.of(Duration.ofMinutes(1)))
                .aggregate(new SumOnce(), new Named())
                .sinkTo(new DiscardingSink<>());
        flink.execute();
        return new HashMap<>(ROWS);
    }

    private static final class Decode
            extends RichMapFunction<Long, Tuple5<String, Long, Long, Long, BigDecimal>> {

        private transient EventCodec codec;

        @Override
        public void open(OpenContext context) {
            codec = new EventCodec();
        }

        @Override
        public Tuple5<String, Long, Long, Long, BigDecimal> map(Long number) {
            var sale = (SaleRecorded) codec.read(input.get(number.intValue())).event();
            ByteBuffer identity = ByteBuffer.wrap(sale.identity().hash());
            return Tuple5.of(
                    sale.storeId().value(),
                    sale.time().toEpochMilli(),
                    identity.getLong(),
                    identity.getLong(),
                    sale.revenue().amount());
        }
    }

    /** What a window has counted, and the identities that it has counted. */
    static final class Counted {
        private final Set<Tuple2<Long, Long>> identities = new HashSet<>();
        private BigDecimal sum = BigDecimal.ZERO;
    }

    private static final class SumOnce
            implements AggregateFunction<
                    Tuple5<String, Long, Long, Long, BigDecimal>, Counted, BigDecimal> {

        @Override
        public Counted createAccumulator() {
            return new Counted();
        }

        @Override
        public Counted add(Tuple5<String, Long, Long, Long, BigDecimal> sale, Counted counted) {
            if (counted.identities.add(Tuple2.of(sale.f2, sale.f3))) {
                counted.sum = counted.sum.add(sale.f4);
            }
            return counted;
        }

        @Override
        public BigDecimal getResult(Counted counted) {
            return counted.sum;
        }

        @Override
        public Counted merge(Counted one, Counted other) {
            throw new UnsupportedOperationException("tumbling windows are never merged");
        }
    }

    private static final class Named
            extends ProcessWindowFunction<BigDecimal, String, String, TimeWindow> {

        @Override
        public void process(
                String store,
                Context context,
                Iterable<BigDecimal> sums,
                Collector<String> collector) {
            Instant start = Instant.ofEpochMilli(context.window().getStart());
            ROWS.put(new Minute(store, start), sums.iterator().next());
            collector.collect(store);
        }
    }
}
