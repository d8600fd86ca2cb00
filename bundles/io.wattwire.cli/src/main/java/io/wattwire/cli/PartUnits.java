package io.wattwire.cli;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Service;
import io.wattwire.device.session.UnitIds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Unit ids of a device's parts as options give them. */
final class PartUnits {
    private PartUnits() {}

    /** What the options say. */
    static Map<String, OptionalInt> given(List<String> options, DeviceFamily family)
            throws WrongUse {
        List<String> problems = new ArrayList<>();
        Map<String, OptionalInt> given =
                UnitIds.parse(String.join(" ", options), family.services(), problems::add);
        if (!problems.isEmpty()) {
            throw new WrongUse("--units: " + String.join("; ", problems));
        }
        return given;
    }

    /** Parts that are there on a unit id of their own. */
    static Map<String, Integer> of(List<String> options, DeviceFamily family) throws WrongUse {
        Map<String, OptionalInt> given = given(options, family);
        Map<String, Integer> units = new TreeMap<>();
        for (Service service : family.services()) {
            OptionalInt unit = given.getOrDefault(service.name(), service.unit());
            if (!service.sameUnit() && unit.isPresent()) {
                units.put(service.name(), unit.getAsInt());
            }
        }
        return units;
    }
}
