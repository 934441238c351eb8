package dev.tillstream.analytics.http;

import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.Views;
import dev.tillstream.contract.StoreId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Views, and what their windows come to. */
@RestController
@RequestMapping("/views")
class ViewsController {

    private final Views views;
    private final ViewQueries queries;

    ViewsController(Views views, ViewQueries queries) {
        this.views = views;
        this.queries = queries;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    List<ViewBody> all() {
        return views.all().stream().map(ViewBody::of).toList();
    }

    /** Windows of all stores or of one; other fields of the view's key are filters as well. */
    @GetMapping(path = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    String windows(
            @PathVariable("name") String name,
            @RequestParam(value = "store_id", required = false) @Nullable StoreId storeId,
            @RequestParam(value = "from", required = false) @Nullable Moment from,
            @RequestParam(value = "to", required = false) @Nullable Moment to,
            @RequestParam(value = "limit", defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(value = "cursor", required = false) @Nullable Cursor cursor,
            @RequestParam MultiValueMap<String, String> parameters) {
        View view = queries.view(name);
        return StandingJson.of(
                queries.page(
                        view, storeId, KeyFilters.of(view, parameters), from, to, limit, cursor));
    }
}
