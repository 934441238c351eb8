package dev.tillstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventIdentityTest {

    @Test
    void isPinnedBecauseItIsAKeyInTables() {
        assertThat(identity("sales-events", "United Kingdom", "shop.csv:2").id())
                .isEqualTo("61343c4d5380508815eb8c4d0d2150ec");
    }

    @Test
    void keepsItsPartsApart() {
        assertThat(identity("t", "ab", "c").id()).isNotEqualTo(identity("t", "a", "bc").id());
        assertThat(identity("t", "a", "b").hash()).hasSize(16);
    }

    private static EventIdentity identity(String detailType, String storeId, String requestId) {
        return new EventIdentity(detailType, new StoreId(storeId), new RequestId(requestId));
    }
}
