package dev.tillstream.local.launcher.up;

import dev.tillstream.local.audit.stored.Bucket;
import dev.tillstream.local.launcher.house.House;
import dev.tillstream.local.launcher.house.Service;
import dev.tillstream.local.launcher.process.Voice;
import dev.tillstream.producer.Producer;
import dev.tillstream.producer.Tally;
import dev.tillstream.producer.UndeliveredException;
import dev.tillstream.producer.http.HttpSettings;
import dev.tillstream.producer.http.HttpSink;
import dev.tillstream.producer.key.StoreKeys;
import dev.tillstream.producer.store.RandomStores;
import dev.tillstream.producer.store.StoreSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import software.amazon.awssdk.services.s3.S3Client;

/** Invented stores that sell without end, and the revenue that is delivered for it. */
public final class Trade implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int BATCH = 100;

    private final House house;
    private final StoreKeys keys;
    private final Voice voice;
    private final RevenueTicker ticker;
    private final Thread stores;

    /** Opens the stores. */
    public Trade(House house, S3Client s3, StoreKeys keys, Voice voice) {
        this.house = house;
        this.keys = keys;
        this.voice = voice;
        ticker = new RevenueTicker(new Bucket(s3, "tillstream-data-000000000000"), voice);
        stores = Thread.ofVirtual().name("stores").start(this::sell);
    }

    /** Returns only by an exception: when the house falls down or somebody interrupts. */
    public void goOn() throws InterruptedException {
        while (true) {
            house.throwFailure();
            ticker.look(InstantSource.system().instant());
            Thread.sleep(LOOK_EVERY);
        }
    }

    @Override
    public void close() {
        stores.interrupt();
    }

    private void sell() {
        HttpSettings settings = HttpSettings.endless(house.ports().address(Service.INGEST));
        try (RandomStores source =
                        new RandomStores(
                                StoreSettings.ENDLESS, new Random(), InstantSource.system());
                HttpSink sink = new HttpSink(settings, keys, new Random())) {
            new Producer(source, sink, BATCH).run(new Tally());
        } catch (UndeliveredException e) {
            voice.say("The stores are closed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
