package io.wattwire.device.session;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** On which unit id each part of the device answers. Immutable. */
final class ServiceUnits {

    private final int own;
    private final List<Service> services;
    private final Map<String, OptionalInt> given;
    private final Map<String, OptionalInt> units = new HashMap<>();

    ServiceUnits(DeviceFamily family, SessionSettings settings) {
        own = settings.unit();
        services = family.services();
        given = settings.units();
        for (Service service : services) {
            OptionalInt usual = service.sameUnit() ? OptionalInt.of(own) : service.unit();
            units.put(service.name(), given.getOrDefault(service.name(), usual));
        }
    }

    int own() {
        return own;
    }

    /** The unit id of a register; empty when its part is not there, or its block was not found. */
    OptionalInt of(Register register) {
        if (!register.block().isNone()) {
            return OptionalInt.empty();
        }
        return units.getOrDefault(register.service(), OptionalInt.of(own));
    }

    /** The parts that are there. */
    List<Service> present() {
        return services.stream().filter(service -> units.get(service.name()).isPresent()).toList();
    }

    /** Why a register of a part that is not there cannot be read or written. */
    String missing(Register register) {
        String name = register.service();
        if (!register.block().isNone()) {
            return "the device has not told yet where its block " + register.block() + " is";
        }
        return given.containsKey(name)
                ? "service "
                        + name
                        + " is said not to be there; if it is, write its unit id into"
                        + " the setting units, as "
                        + name
                        + "=30"
                : "service "
                        + name
                        + " has no unit id yet; write it into the setting units, as "
                        + name
                        + "=30";
    }
}
