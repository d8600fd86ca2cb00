package io.wattwire.contract;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Presence;
import io.wattwire.device.model.Protocol;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.plan.Block;
import io.wattwire.device.server.ModbusServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A device of a family with all its parts, each on its unit id. */
final class SimulatedParts {

    /** A read request. */
    record Asked(int unit, Block block) {}

    private static final int FIRST_FREE_UNIT = 200;
    private static final int UNITS = 256;

    private final int own;
    private final Map<String, Integer> units = new HashMap<>();
    private final Map<String, OptionalInt> given = new TreeMap<>();
    private final Map<Integer, SimulatedTable> tables = new TreeMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

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
        for (Presence presence : family.presences()) {
            table.register(presence.register()).ifPresent(r -> show(r, presence.state()));
        }
        if (family.protocol() == Protocol.HTTP) {
            examples(family, model, table);
        }
        Optional.ofNullable(tables.get(own))
                .ifPresent(device -> device.preset(family.exampleWords(model)));
    }

    /** Members of documents that say whether others count, and who the device is. */
    private void examples(DeviceFamily family, String model, RegisterTable table) {
        family.identification()
                .map(who -> who.examples().getOrDefault(model, Map.of()))
                .orElse(Map.of())
                .forEach((name, value) -> table.register(name).ifPresent(r -> show(r, value)));
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

    /** The same, of a device that answers all that the rules allow. */
    ModbusServer.Builder serveRoomy(ModbusServer.Builder server, BlockRules rules) {
        tables.forEach(
                (unit, table) ->
                        server.unit(
                                unit,
                                new RoomyTable(
                                        table, rules, block -> asked.add(new Asked(unit, block)))));
        return server;
    }

    /** What a roomy device was asked on all its unit ids, in order. */
    List<Asked> asked() {
        return asked;
    }

    /** Unit ids that have registers. */
    Set<Integer> units() {
        return tables.keySet();
    }

    /** From now on the register shows this. */
    void show(Register register, Object value) {
        tables.get(unit(register)).put(register, register.encodeNearest(value));
    }

    /** From now on the register holds these words. */
    void put(Register register, int... words) {
        tables.get(unit(register)).put(register, words);
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
