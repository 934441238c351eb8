package dev.tillstream.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AccessKeyTest {

    private final AccessKey key = AccessKey.random(new SecureRandom());

    @Test
    void isReadBackFromItsText() {
        AccessKey read = AccessKey.parse(key.reveal()).orElseThrow();

        assertThat(read.id()).isEqualTo(key.id());
        assertThat(read.hash().matches(key.hash())).isTrue();
        assertThat(key.reveal()).hasSize(91).startsWith("till_" + key.id() + "_");
    }

    @Test
    void isNoneOnceAnyOneCharacterIsAnother() {
        String text = key.reveal();
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == '0' ? '1' : '0';
            String mistyped = text.substring(0, i) + other + text.substring(i + 1);
            assertThat(AccessKey.parse(mistyped)).as(mistyped).isEmpty();
        }
        assertThat(AccessKey.parse(text + "0")).isEmpty();
        assertThat(AccessKey.parse(text.toUpperCase(Locale.ROOT))).isEmpty();
        assertThat(AccessKey.parse("")).isEmpty();
    }

    @Test
    void isNotShownByMistake() {
        assertThat(key.toString()).isEqualTo("till_" + key.id() + "_...");
    }

    @Test
    void hasAnotherSecretEachTime() {
        AccessKey other = AccessKey.withId(key.id(), new SecureRandom());

        assertThat(other.hash().matches(key.hash())).isFalse();
        assertThat(other.reveal()).isNotEqualTo(key.reveal());
    }
}
