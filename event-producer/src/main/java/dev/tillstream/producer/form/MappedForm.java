package dev.tillstream.producer.form;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.InvalidValueException;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.StoreId;
import dev.tillstream.contract.Violation;
import dev.tillstream.contract.json.EventCodec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes events as a mapping says. */
final class MappedForm implements Form {

    private static final Set<String> OF_A_SALE =
            Set.of(
                    "request_id",
                    "store_id",
                    "name",
                    "category",
                    "sku",
                    "sales",
                    "quantity",
                    "is_return");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private final EventCodec codec = new EventCodec();
    private final Mapping mapping;
    private final int columns;
    private final int time;
    private final Map<String, Cell> cells = new LinkedHashMap<>();
    private final List<Cell> others;

    private MappedForm(List<String> header, Mapping mapping) {
        this.mapping = mapping;
        columns = header.size();
        time = Cell.position(header, mapping.time(), "time");
        mapping.fields().forEach((field, rule) -> cells.put(field, new Cell(field, rule, header)));
        others =
                cells.entrySet().stream()
                        .filter(cell -> !OF_A_SALE.contains(cell.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
    }

    static MappedForm of(List<String> header, Mapping mapping) {
        return new MappedForm(header, mapping);
    }

    @Override
    public StoreEvent event(List<String> values, String place) throws BadColumnException {
        if (values.size() != columns) {
            throw new BadColumnException("has " + values.size() + " columns, not " + columns);
        }
        return mapping.event().equals(SaleRecorded.DETAIL_TYPE)
                ? sale(values, place)
                : other(values, place);
    }

    private SaleRecorded sale(List<String> values, String place) throws BadColumnException {
        String name = text("name", values, "");
        Integer quantity = cells.containsKey("quantity") ? cell("quantity").integer(values) : null;
        Boolean returned = cells.containsKey("is_return") ? cell("is_return").flag(values) : null;
        BigDecimal sales = cell("sales").number(values);
        if (sales == null) {
            throw cell("sales").refuse("must not be blank");
        }
        try {
            return new SaleRecorded(
                    new StoreId(text("store_id", values, "")),
                    new RequestId(text("request_id", values, place)),
                    time(values),
                    name,
                    text("category", values, ""),
                    new Sku(text("sku", values, name)),
                    new Money(sales),
                    returned != null && returned,
                    quantity == null ? 1 : quantity,
                    extra(values));
        } catch (InvalidValueException e) {
            throw refuse(e.field(), e.reason());
        }
    }

    /** By the contract's schema, as ingest would look at it. */
    private StoreEvent other(List<String> values, String place) throws BadColumnException {
        ObjectNode detail = JSON.createObjectNode();
        for (Cell cell : cells.values()) {
            cell.addTo(detail, values);
        }
        if (!detail.has("request_id")) {
            detail.put("request_id", place);
        }
        ObjectNode event = JSON.createObjectNode();
        event.put("detail-type", mapping.event()).put("time", time(values).toString());
        event.set("detail", detail);
        try {
            return codec.decode(JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
        } catch (EventRejectedException e) {
            Violation first = e.violations().getFirst();
            throw refuse(first.field().replaceFirst("^/(detail/)?", ""), first.reason());
        }
    }

    private Instant time(List<String> values) throws BadColumnException {
        String text = values.get(time).strip();
        try {
            return mapping.times().read(text);
        } catch (DateTimeException e) {
            throw new BadColumnException(
                    "column %d (%s) must be a time such as %s, is \"%s\""
                            .formatted(time + 1, mapping.time(), mapping.times().example(), text));
        }
    }

    private String extra(List<String> values) throws BadColumnException {
        if (others.isEmpty()) {
            return "{}";
        }
        ObjectNode extra = JSON.createObjectNode();
        for (Cell cell : others) {
            cell.addTo(extra, values);
        }
        return JSON.writeValueAsString(extra);
    }

    private String text(String field, List<String> values, String otherwise) {
        Cell cell = cells.get(field);
        String text = cell == null ? null : cell.text(values);
        return text == null ? otherwise : text;
    }

    private Cell cell(String field) {
        Cell cell = cells.get(field);
        if (cell == null) {
            throw new IllegalStateException("a mapping of sales has " + field);
        }
        return cell;
    }

    private BadColumnException refuse(String field, @Nullable String reason) {
        Cell cell = cells.get(field);
        return cell == null
                ? new BadColumnException(field + " " + reason)
                : cell.refuse(String.valueOf(reason));
    }
}
