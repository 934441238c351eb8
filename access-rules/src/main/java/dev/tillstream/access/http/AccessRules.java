package dev.tillstream.access.http;

import dev.tillstream.access.key.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * What a service lets whom do. Every path that no rule names is for {@link Role#ADMIN}, so that a
 * forgotten rule lets nobody in.
 */
public final class AccessRules {

    private final List<Rule> rules = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    /** Those roles may do this, for example {@code GET} on {@code /orders/**}. */
    record Rule(HttpMethod method, String path, Set<Role> roles) {}

    private AccessRules() {}

    /** No rule yet. */
    public static AccessRules none() {
        return new AccessRules();
    }

    /**
     * Allows a method on a path.
     *
     * @param path a pattern of Spring MVC, such as <code>/orders/{id}</code> or {@code /stock/**}
     */
    public AccessRules allow(HttpMethod method, String path, Role first, Role... more) {
        rules.add(new Rule(method, path, EnumSet.of(first, more)));
        return this;
    }

    /** Lets everybody read there, without a key. */
    public AccessRules open(String path) {
        open.add(path);
        return this;
    }

    /** Opens a service's OpenAPI document and its page, which say nothing of any store. */
    public AccessRules openApiPage() {
        return open("/openapi.yaml").open("/api/**").open("/webjars/swagger-ui/**");
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    List<String> open() {
        return List.copyOf(open);
    }
}
