package org.eclipse.kura.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * What a type shows to others.
 *
 * @param name the binary name
 * @param declaration modifiers, superclass and interfaces
 * @param members constructors, methods and fields with their modifiers; constants with their value
 */
record TypeSignature(String name, String declaration, SortedSet<String> members) {
    /** One line per difference, each naming the type. */
    List<String> differencesFrom(TypeSignature recorded) {
        List<String> differences = new ArrayList<>();
        if (!declaration.equals(recorded.declaration)) {
            differences.add(
                    name + " is declared as: " + declaration + " not: " + recorded.declaration);
        }
        recorded.members.stream()
                .filter(member -> !members.contains(member))
                .forEach(member -> differences.add(name + " lacks: " + member));
        members.stream()
                .filter(member -> !recorded.members.contains(member))
                .forEach(member -> differences.add(name + " has besides: " + member));
        return differences;
    }
}
