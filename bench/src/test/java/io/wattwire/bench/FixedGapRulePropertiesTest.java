package io.wattwire.bench;

import static io.wattwire.bench.FixedGapRuleTest.assertNeverSlower;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.plan.Span;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class FixedGapRulePropertiesTest {
    @Provide
    Arbitrary<List<Span>> maps() {
        Arbitrary<Span> span =
                Combinators.combine(
                                Arbitraries.of(RegisterKind.HOLDING, RegisterKind.INPUT),
                                Arbitraries.integers().between(0, 900),
                                Arbitraries.frequencyOf(
                                        Tuple.of(9, Arbitraries.of(1, 2)),
                                        Tuple.of(1, Arbitraries.integers().between(3, 20))))
                        .as(Span::new);
        return span.list().ofMinSize(1).ofMaxSize(80);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void ourPlanIsNeverSlowerOnRandomMaps(@ForAll("maps") List<Span> wanted) {
        assertNeverSlower("random", wanted);
    }
}
