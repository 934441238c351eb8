package dev.tillstream.local.launcher.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tillstream.access.dynamodb.KeyTable;
import dev.tillstream.access.key.AccessKey;
import dev.tillstream.access.key.KeyOffice;
import dev.tillstream.access.key.KeyOffice.Issued;
import dev.tillstream.access.key.KeysUnavailableException;
import dev.tillstream.access.key.Role;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.launcher.house.NotRunnableException;
import dev.tillstream.producer.key.BadKeyFileException;
import dev.tillstream.producer.key.KeyFile;
import dev.tillstream.producer.key.KeyFolder;
import dev.tillstream.producer.key.StoreKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The keys of a Tillstream on this machine: made when somebody first needs them, and kept in a
 * folder that only its owner can read, for {@code curl -H @FILE}. A key of an AWS that is gone is
 * replaced.
 */
public final class LocalKeys implements StoreKeys {

    private static final String TABLE = "tillstream-store-keys";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");

    private final KeyOffice office;
    private final KeyFolder files;
    private final Map<StoreId, String> ofStores = new ConcurrentHashMap<>();

    private LocalKeys(KeyOffice office, Path folder) {
        this.office = office;
        this.files = new KeyFolder(folder);
    }

    /** Of the AWS that the client asks. */
    public static LocalKeys of(DynamoDbClient client, Path folder) {
        return new LocalKeys(
                new KeyOffice(
                        new KeyTable(client, TABLE), InstantSource.system(), new SecureRandom()),
                folder);
    }

    @Override
    public Optional<String> of(StoreId store) {
        return Optional.of(ofStores.computeIfAbsent(store, this::keyOf));
    }

    /** Those of the README's lines: store_1 to store_5, a reader, an admin; the files of them. */
    public List<Path> ofDemo() {
        List<StoreId> stores =
                IntStream.rangeClosed(1, 5).mapToObj(i -> new StoreId("store_" + i)).toList();
        stores.forEach(this::of);
        List<Role> roles = List.of(Role.READER, Role.ADMIN);
        roles.forEach(this::of);
        return Stream.concat(
                        stores.stream().map(files::fileOf),
                        roles.stream().map(role -> files.fileOfRole(role.title())))
                .toList();
    }

    private String keyOf(StoreId store) {
        return keptOrNew(files.fileOf(store), () -> office.createForStore(store));
    }

    /** The key of another role, such as {@link Role#READER}. */
    public String of(Role role) {
        return keptOrNew(files.fileOfRole(role.title()), () -> office.create(role));
    }

    /** Where they are kept. */
    public KeyFolder files() {
        return files;
    }

    private synchronized String keptOrNew(Path file, Supplier<Issued> maker) {
        try {
            Optional<AccessKey> kept = kept(file).filter(office::isGood);
            if (kept.isPresent()) {
                return kept.get().reveal();
            }
            String key = maker.get().key().reveal();
            write(file, key);
            return key;
        } catch (SdkException | KeysUnavailableException e) {
            throw new NotRunnableException(
                    "Can't make the key "
                            + file
                            + ", the table "
                            + TABLE
                            + " does not answer: start it with ./run up, or bring a key with"
                            + " --key-file");
        }
    }

    private static Optional<AccessKey> kept(Path file) {
        try {
            return Files.exists(file) ? AccessKey.parse(KeyFile.read(file)) : Optional.empty();
        } catch (BadKeyFileException e) {
            // Whatever it is, it is replaced by a key.
            return Optional.empty();
        }
    }

    /** Whole or not at all, and never for a moment readable by others. */
    static void write(Path file, String key) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh =
                    Files.createTempFile(
                            folder, ".key", "", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(fresh, KeyFile.text(key), UTF_8);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
