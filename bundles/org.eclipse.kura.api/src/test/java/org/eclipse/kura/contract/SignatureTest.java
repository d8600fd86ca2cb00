package org.eclipse.kura.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureTest {
    private static final Map<String, TypeSignature> RECORDED = Recorded.types();
    private static final Map<String, TypeSignature> DECLARED = Javap.declaredTypes();

    @ParameterizedTest(name = "{0}")
    @MethodSource("typeNames")
    void aDeclaredTypeHasTheMembersOfKura55AndNoOthers(String name) {
        List<String> differences = DECLARED.get(name).differencesFrom(RECORDED.get(name));
        assertEquals("", String.join("\n", differences), "differences from Kura 5.5.0");
    }

    @Test
    void theDeclaredTypesAreThoseOnRecord() {
        assertEquals(RECORDED.keySet(), DECLARED.keySet());
    }

    static Stream<String> typeNames() {
        return DECLARED.keySet().stream().filter(RECORDED::containsKey);
    }
}
