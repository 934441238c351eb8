package dev.tillstream.local.launcher;

import dev.tillstream.access.key.Role;
import dev.tillstream.local.audit.stored.AwsClients;
import dev.tillstream.local.launcher.house.House;
import dev.tillstream.local.launcher.house.Ports;
import dev.tillstream.local.launcher.house.Service;
import dev.tillstream.local.launcher.key.LocalKeys;
import dev.tillstream.local.launcher.up.Trade;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything, with invented stores, until somebody stops it. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start everything, with five invented stores, until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private HouseOptions options = new HouseOptions();

    @Option(
            names = "--without",
            paramLabel = "SERVICE",
            description = "Leave a service out, for your IDE; repeatable")
    private List<String> without = List.of();

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = new Screen(spec.commandLine().getOut());
        try (Household household = Household.start(options.settings(services()), screen)) {
            House house = household.house();
            try (AwsClients clients = AwsClients.at(house.ports().awsAddress())) {
                LocalKeys keys = LocalKeys.of(clients.dynamoDb(), options.state().resolve("keys"));
                keys.ofDemo();
                greet(house.ports(), keys, screen);
                try (Trade trade = new Trade(house, clients.s3(), keys, screen)) {
                    trade.goOn();
                }
            }
        }
        return 0;
    }

    private List<Service> services() {
        try {
            List<Service> left = without.stream().map(Service::named).toList();
            return Arrays.stream(Service.values())
                    .filter(service -> !left.contains(service))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--without: " + e.getMessage(), e);
        }
    }

    private static void greet(Ports ports, LocalKeys keys, Screen screen) {
        for (Service service : Service.values()) {
            screen.say("  %-18s %s".formatted(service.title(), ports.address(service)));
        }
        screen.say("  %-18s %s".formatted("AWS", ports.awsAddress()));
        screen.say(
                "  %-18s %s/ (with the key in %s)"
                        .formatted(
                                "live page",
                                ports.address(Service.ANALYTICS),
                                keys.files().fileOfRole(Role.READER.title())));
        screen.say("");
        Curl.lines(ports, keys.files()).forEach(screen::say);
        screen.say("");
        screen.say("Revenue per store and minute, as it is delivered (Ctrl-C stops everything):");
    }
}
