package io.wattwire.contract;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.server.ModbusServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A device of a family with all its parts, each on its unit id. */
final class SimulatedParts {

    private static final int FIRST_FREE_UNIT = 200;
    private static final int UNITS = 256;

    private final int own;
    private final Map<String, Integer> units = new HashMap<>();
    private final Map<String, OptionalInt> given = new TreeMap<>();
    private final Map<Integer, SimulatedTable> tables = new TreeMap<>();

    SimulatedParts(DeviceFamily family, String model, RegisterTable table) {
        own = family.link().unit();
        List<Integer> usual =
                family.services().stream()
                        .flatMapToInt(service -> service.unit().stream())
                        .boxed()
                        .toList();
        int free = FIRST_FREE_UNIT;
        for (Service service : family.services()) {
            if (!service.sameUnit() && service.unit().isEmpty()) {
                while (usual.contains(free) || free == own) {
                    free = (free + 1) % UNITS;
                }
                given.put(service.name(), OptionalInt.of(free));
                units.put(service.name(), free++ % UNITS);
            } else {
                units.put(service.name(), service.unit().orElse(own));
            }
        }
        Map<Integer, List<Register>> byUnit =
                table.registers().stream().collect(Collectors.groupingBy(this::unit));
        boolean pairs = family.rules().evenOnly();
        byUnit.forEach(
                (unit, registers) ->
                        tables.put(unit, new SimulatedTable(registers, family.zeros(), pairs)));
        Optional.ofNullable(tables.get(own))
                .ifPresent(device -> device.preset(family.exampleWords(model)));
    }

    /** Where a register is. */
    int unit(Register register) {
        return units.getOrDefault(register.service(), own);
    }

    /** Unit ids that the owner has to give. */
    Map<String, OptionalInt> given() {
        return given;
    }

    /** The same as a setting. */
    String setting() {
        return given.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().getAsInt())
                .collect(Collectors.joining(" "));
    }

    ModbusServer.Builder serve(ModbusServer.Builder server) {
        tables.forEach(server::unit);
        return server;
    }

    /** What the register shows. */
    Optional<Object> shown(Register register) {
        return tables.get(unit(register)).shown(register);
    }

    /** From now on this address is refused. */
    void refuse(Register register) {
        tables.get(unit(register)).refuse(register);
    }

    int writes() {
        return tables.values().stream().mapToInt(SimulatedTable::writes).sum();
    }
}
