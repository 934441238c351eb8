package dev.tillstream.analytics.http;

import dev.tillstream.contract.StoreId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Revenue of a store, minute by minute. */
@RestController
class RevenueController {

    private static final String VIEW = "sales_revenue";

    private final ViewQueries queries;

    RevenueController(ViewQueries queries) {
        this.queries = queries;
    }

    @GetMapping(path = "/revenue", produces = MediaType.APPLICATION_JSON_VALUE)
    String revenue(
            @RequestParam("store_id") StoreId storeId,
            @RequestParam(value = "from", required = false) @Nullable Moment from,
            @RequestParam(value = "to", required = false) @Nullable Moment to,
            @RequestParam(value = "limit", defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(value = "cursor", required = false) @Nullable Cursor cursor) {
        return StandingJson.of(
                queries.page(queries.view(VIEW), storeId, Map.of(), from, to, limit, cursor));
    }
}
