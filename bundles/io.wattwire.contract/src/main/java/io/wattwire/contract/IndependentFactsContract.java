package io.wattwire.contract;

import io.wattwire.device.model.DeviceFamily;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds a driver's tables against {@code independent.csv} and {@code independent-points.csv} beside
 * the class that implements this: facts that were typed without looking at the tables.
 */
public interface IndependentFactsContract extends DriverUnderTest {

    /**
     * Each register means what the facts say.
     *
     * @return one test for each row
     */
    @TestFactory
    default Stream<DynamicTest> aRegisterMeansWhatTheFactsSay() {
        DeviceFamily family = family();
        return IndependentFacts.registers(getClass(), "independent.csv").stream()
                .map(
                        fact ->
                                DynamicTest.dynamicTest(
                                        fact.toString(), () -> fact.check(family.table())));
    }

    /**
     * Each point means what the vocabulary says.
     *
     * @return one test for each row
     */
    @TestFactory
    default Stream<DynamicTest> aPointMeansWhatTheVocabularySays() {
        DeviceFamily family = family();
        return IndependentFacts.points(getClass(), "independent-points.csv").stream()
                .map(fact -> DynamicTest.dynamicTest(fact.toString(), () -> fact.check(family)));
    }
}
