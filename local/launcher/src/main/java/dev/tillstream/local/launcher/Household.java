package dev.tillstream.local.launcher;

import dev.tillstream.local.launcher.house.House;
import dev.tillstream.local.launcher.house.HouseSettings;
import dev.tillstream.local.launcher.house.Installation;
import java.util.concurrent.CountDownLatch;

/** A house that is put down however this process is asked to end. */
final class Household implements AutoCloseable {

    private final House house;
    private final Screen screen;
    private final Thread hook = new Thread(this::interrupted, "stop");

    private Household(House house, Screen screen) {
        this.house = house;
        this.screen = screen;
    }

    static Household start(HouseSettings settings, Screen screen) {
        House house = new House(Installation.find(), settings, line -> screen.say("  " + line));
        Household household = new Household(house, screen);
        Runtime.getRuntime().addShutdownHook(household.hook);
        try {
            house.start();
            return household;
        } catch (RuntimeException e) {
            household.close();
            throw e;
        }
    }

    House house() {
        return house;
    }

    @Override
    public void close() {
        house.close();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This process ends already: what has gone wrong since comes from that and is no news.
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void interrupted() {
        screen.sayLast("Stopping everything ...");
        house.close();
    }
}
