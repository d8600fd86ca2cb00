package org.eclipse.kura.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The comparison that the signature test rests on must notice every kind of difference. */
class TypeSignatureTest {
    private static final String CHANNEL =
            """
            public class org.acme.Channel implements java.lang.Runnable {
              public static final int LIMIT = 3;
              protected java.lang.String name;
              public org.acme.Channel();
              public static org.acme.Channel of(java.lang.String) throws java.io.IOException;
              public void run();
            }
            """;

    @Test
    void equalTypesDoNotDiffer() {
        assertDifferences(CHANNEL);
    }

    @Test
    void aMissingMemberIsNamed() {
        assertDifferences(
                CHANNEL.replace("  public void run();\n", ""),
                "org.acme.Channel lacks: public void run();");
    }

    @Test
    void aMemberTooManyIsNamed() {
        assertDifferences(
                CHANNEL.replace("}\n", "  public void stop();\n}\n"),
                "org.acme.Channel has besides: public void stop();");
    }

    @Test
    void anotherConstantValueIsADifference() {
        assertDifferences(
                CHANNEL.replace("= 3", "= 4"),
                "org.acme.Channel lacks: public static final int LIMIT = 3;",
                "org.acme.Channel has besides: public static final int LIMIT = 4;");
    }

    @Test
    void anotherModifierIsADifference() {
        assertDifferences(
                CHANNEL.replace("protected", "public"),
                "org.acme.Channel lacks: protected java.lang.String name;",
                "org.acme.Channel has besides: public java.lang.String name;");
    }

    @Test
    void anotherParameterTypeIsADifference() {
        assertDifferences(
                CHANNEL.replace("of(java.lang.String)", "of(java.lang.Object)"),
                "org.acme.Channel lacks: public static org.acme.Channel of(java.lang.String)"
                        + " throws java.io.IOException;",
                "org.acme.Channel has besides: public static org.acme.Channel of(java.lang.Object)"
                        + " throws java.io.IOException;");
    }

    @Test
    void anotherExceptionIsADifference() {
        assertDifferences(
                CHANNEL.replace(" throws java.io.IOException", ""),
                "org.acme.Channel lacks: public static org.acme.Channel of(java.lang.String)"
                        + " throws java.io.IOException;",
                "org.acme.Channel has besides: public static org.acme.Channel"
                        + " of(java.lang.String);");
    }

    @Test
    void anotherSupertypeIsADifference() {
        assertDifferences(
                CHANNEL.replace(" implements java.lang.Runnable", ""),
                "org.acme.Channel is declared as: public class org.acme.Channel {"
                        + " not: public class org.acme.Channel implements java.lang.Runnable {");
    }

    private static void assertDifferences(String declared, String... differences) {
        assertEquals(List.of(differences), parse(declared).differencesFrom(parse(CHANNEL)));
    }

    private static TypeSignature parse(String text) {
        return Javap.parse(text.lines()).get("org.acme.Channel");
    }
}
