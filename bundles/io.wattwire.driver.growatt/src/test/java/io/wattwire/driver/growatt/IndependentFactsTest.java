package io.wattwire.driver.growatt;

import io.wattwire.contract.IndependentFacts;
import io.wattwire.contract.PointFact;
import io.wattwire.contract.RegisterFact;
import io.wattwire.device.model.DeviceFamily;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndependentFactsTest {
    private static final DeviceFamily FAMILY = new GrowattDriver().family();

    static List<RegisterFact> registers() {
        return IndependentFacts.registers(IndependentFactsTest.class, "independent.csv");
    }

    static List<PointFact> points() {
        return IndependentFacts.points(IndependentFactsTest.class, "independent-points.csv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("registers")
    void aRegisterMeansWhatTheFactsSay(RegisterFact fact) {
        fact.check(FAMILY.table());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("points")
    void aPointMeansWhatTheVocabularySays(PointFact fact) {
        fact.check(FAMILY);
    }
}
