package dev.tillstream.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

final class IdentitySetTest {

    @Property
    void tellsNewOnesFromOldOnesAsAHashSetDoes(
            @ForAll("identities") List<Identity> stored,
            @ForAll("identities") List<Identity> added) {
        Set<Identity> known = new HashSet<>(stored);
        IdentitySet set = IdentitySet.of(stored);
        for (Identity identity : added) {
            assertThat(set.add(identity)).isEqualTo(known.add(identity));
        }
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void holdsThoseThatWouldAllHaveTheSamePlace(@ForAll @Size(min = 50, max = 500) Set<Long> high) {
        var set = new IdentitySet();
        assertThat(high).allMatch(part -> set.add(new Identity(part, 42)));
        assertThat(high).noneMatch(part -> set.add(new Identity(part, 42)));
    }

    /** Any, and often the same, with halves that are zero. */
    @Provide
    Arbitrary<List<Identity>> identities() {
        Arbitrary<Long> half =
                Arbitraries.oneOf(Arbitraries.longs().between(0, 4), Arbitraries.longs());
        return Combinators.combine(half, half).as(Identity::new).list().ofMaxSize(200);
    }
}
