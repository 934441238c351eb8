package dev.tillstream.producer.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.contract.StoreId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFolderTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"store_1", "United Kingdom", "..", ".", "a/../../b", "Zürich", "+%"})
    void findsTheKeyOfAStoreWhateverItsName(String name) throws IOException {
        KeyFolder keys = new KeyFolder(folder);
        StoreId store = new StoreId(name);
        Path file = keys.fileOf(store);
        assertThat(keys.of(store)).isEmpty();

        Files.createDirectories(file.getParent());
        Files.writeString(file, KeyFile.text("k-1"));

        assertThat(file.normalize().getParent()).isEqualTo(folder.resolve("stores"));
        assertThat(keys.of(store)).contains("k-1");
    }

    @Test
    void readsAKeyAloneOrAsAHeader() throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, "till_1\n");
        assertThat(KeyFile.read(file)).isEqualTo("till_1");
        Files.writeString(file, "authorization: bearer till_2");
        assertThat(KeyFile.read(file)).isEqualTo("till_2");
    }

    @Test
    void saysWhichFileHasNoKeyWithoutRepeatingIt() throws IOException {
        Path file = folder.resolve("key");
        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(BadKeyFileException.class)
                .hasMessage("can't read the key in " + file);
        Files.writeString(file, "two words");
        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(BadKeyFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageNotContaining("words");
    }
}
