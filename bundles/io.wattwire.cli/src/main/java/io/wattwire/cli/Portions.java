package io.wattwire.cli;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.session.DeviceSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of a device is to be read.
 *
 * @param device what the user calls it
 * @param names registers or points; empty for all that the model has
 */
record Portions(String device, List<String> names) {

    private static final int PORTION = 40;

    void check(DeviceFamily family) throws WrongUse {
        RegisterTable table = family.table();
        for (String name : names) {
            boolean known =
                    table.register(name).isPresent()
                            || table.points().stream().anyMatch(p -> p.name().equals(name))
                            || name.startsWith("link_")
                            || name.equals("inverter_rated_power") // the type may tell it
                            || name.endsWith("_age_ms")
                            || family.operations().stream().anyMatch(o -> o.name().equals(name))
                            || family.controls().stream().anyMatch(c -> name.startsWith(c.point()));
            if (!known) {
                throw new WrongUse(
                        device + " has no '" + name + "'; see 'wattwire registers " + device + "'");
            }
        }
    }

    /**
     * All that is to be read, in portions. Each portion has the deadline of a read for itself: slow
     * devices have long tables.
     */
    List<DeviceSession.Prepared> of(DeviceSession session) throws Failed {
        if (!names.isEmpty()) {
            return List.of(session.prepare(names));
        }
        List<String> all = names(session);
        List<DeviceSession.Prepared> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(session.prepare(all.subList(from, Math.min(all.size(), from + PORTION))));
        }
        return portions;
    }

    /** What is to be read; all that the device's own model has when nothing was named. */
    List<String> names(DeviceSession session) throws Failed {
        return names.isEmpty() ? everything(session) : names;
    }

    private static List<String> everything(DeviceSession session) throws Failed {
        try {
            session.identity();
        } catch (LinkException silent) {
            throw new Failed(silent.getMessage(), silent);
        }
        Set<String> all = new LinkedHashSet<>();
        session.table().points().forEach(point -> all.add(point.name()));
        all.addAll(session.ownersPoints());
        session.operations().stream()
                .filter(operation -> !operation.readBackRegisters().isEmpty())
                .forEach(operation -> all.add(operation.name()));
        session.table().registers().stream()
                .filter(register -> register.access() != Access.W)
                .filter(register -> session.unit(register).isPresent())
                .forEach(register -> all.add(register.name()));
        return List.copyOf(all);
    }

    /** Parts of the device whose registers nobody can ask for yet, in the order of their names. */
    static Set<String> partsWithoutUnit(DeviceSession session) {
        return session.table().registers().stream()
                .filter(register -> session.unit(register).isEmpty())
                .map(Register::service)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The same readings, but what a slow device had no time for is read again for as long as that
     * brings more of it.
     */
    static List<Reading> completed(List<Reading> readings, DeviceSession session) {
        Map<String, Reading> all = new LinkedHashMap<>();
        readings.forEach(reading -> all.put(reading.name(), reading));
        List<String> late = late(all);
        int before = Integer.MAX_VALUE;
        while (!late.isEmpty() && late.size() < before) {
            before = late.size();
            session.prepare(late).read().forEach(reading -> all.put(reading.name(), reading));
            late = late(all);
        }
        return List.copyOf(all.values());
    }

    private static List<String> late(Map<String, Reading> readings) {
        return readings.values().stream()
                .filter(ReadingText::isLeftOut)
                .map(Reading::name)
                .toList();
    }
}
