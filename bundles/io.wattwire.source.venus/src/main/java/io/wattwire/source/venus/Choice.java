package io.wattwire.source.venus;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which service tells a part of the house.
 *
 * @param part of the house: {@code grid}
 * @param kind class of the service
 * @param instance empty when there is only one of the class
 */
record Choice(String part, String kind, OptionalInt instance) {

    /** {@return those among the services that are there that fit, in order} */
    List<Service> among(Set<Service> there) {
        return there.stream()
                .filter(it -> it.kind().equals(kind))
                .filter(it -> instance.isEmpty() || instance.getAsInt() == it.instance())
                .sorted()
                .toList();
    }

    @Override
    public String toString() {
        return instance.isEmpty() ? kind : kind + "/" + instance.getAsInt();
    }
}
