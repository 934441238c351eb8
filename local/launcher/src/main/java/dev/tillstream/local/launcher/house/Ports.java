package dev.tillstream.local.launcher.house;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where everything listens.
 *
 * @param services of the first service; the others follow in their order
 * @param management of the first service likewise
 */
public record Ports(int services, int aws, int management) {

    public static final Ports USUAL = new Ports(8080, 4566, 9080);

    private static final int MANAGEMENT_DISTANCE = 1_000;

    public Ports {
        if (services < 1 || management > 65_535 - Service.values().length) {
            throw new IllegalArgumentException(
                    "--port must leave room for %d ports behind it and for those %d further on"
                            .formatted(Service.values().length, MANAGEMENT_DISTANCE));
        }
    }

    /** The usual ports, or those from a base on: the services, the AWS; 1000 on, management. */
    public static Ports from(@Nullable Integer base) {
        return base == null
                ? USUAL
                : new Ports(base, base + Service.values().length, base + MANAGEMENT_DISTANCE);
    }

    // The enum's order is the order of the ports: that is what it says.
    @SuppressWarnings("EnumOrdinal")
    public int of(Service service) {
        return services + service.ordinal();
    }

    @SuppressWarnings("EnumOrdinal") // as above
    public int managementOf(Service service) {
        return management + service.ordinal();
    }

    public URI address(Service service) {
        return local(of(service));
    }

    /** The same as addresses. */
    public Addresses addresses() {
        return new Addresses(
                address(Service.INGEST),
                address(Service.DISPATCH),
                address(Service.WAREHOUSE),
                awsAddress());
    }

    public URI awsAddress() {
        return local(aws);
    }

    URI healthOf(Service service) {
        return local(managementOf(service)).resolve("/actuator/health/readiness");
    }

    URI awsHealth() {
        return awsAddress().resolve("/_local/health");
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
