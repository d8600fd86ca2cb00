package io.wattwire.simulator.device;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a device one that its driver recognises as a certain model: by the example that the driver
 * gives, else by trying what its identity registers may hold.
 */
final class Disguise {

    private static final int WORD = 0x10000;
    private static final List<Double> RATINGS = List.of(5_000.0, 10_000.0, 16_000.0, 25_000.0);

    private final Identification identification;
    private final String model;
    private final TableDevice device;
    private final Map<String, Optional<Object>> held = new HashMap<>();

    private Disguise(Identification identification, String model, TableDevice device) {
        this.identification = identification;
        this.model = model;
        this.device = device;
    }

    /** Sets identity registers; leaves them where the model cannot be told, as the owner does. */
    static void wear(DeviceFamily family, String model, TableDevice device) {
        family.identification().ifPresent(how -> new Disguise(how, model, device).wear());
    }

    private void wear() {
        if (fits(Map.of())) {
            return;
        }
        Stream<Map<String, Object>> tries =
                Stream.of(
                                Stream.of(identification.example(model)),
                                registers().stream().flatMap(r -> few(r).map(v -> one(r, v))),
                                pairs(),
                                registers().stream().flatMap(r -> all(r).map(v -> one(r, v))))
                        .flatMap(stream -> stream);
        tries.filter(this::fits).findFirst().ifPresent(device::setAll);
    }

    private List<Register> registers() {
        return identification.registers().stream()
                .map(device.table()::register)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Map<String, Object> one(Register register, Object value) {
        return Map.of(register.name(), value);
    }

    private Stream<Map<String, Object>> pairs() {
        List<Map<String, Object>> pairs = new ArrayList<>();
        for (Register a : registers()) {
            for (Register b : registers()) {
                if (a != b) {
                    few(a).forEach(
                                    x ->
                                            few(b).forEach(
                                                            y ->
                                                                    pairs.add(
                                                                            Map.of(
                                                                                    a.name(), x,
                                                                                    b.name(), y))));
                }
            }
        }
        return pairs.stream();
    }

    private static Stream<Object> few(Register register) {
        Set<Object> values = new LinkedHashSet<>(register.labels().values());
        if (values.isEmpty() && register.type().numeric()) {
            values.addAll(RATINGS);
        }
        return values.stream();
    }

    /** All that a word can hold that is a code. */
    private static Stream<Object> all(Register register) {
        boolean tryable =
                register.type().words() == 1
                        && register.type().numeric()
                        && register.unit().isEmpty()
                        && register.labels().isEmpty();
        return tryable
                ? IntStream.range(0, WORD)
                        .mapToObj(raw -> register.decode(new int[] {raw}))
                        .flatMap(Optional::stream)
                : Stream.empty();
    }

    private Optional<Object> held(String name) {
        boolean there = device.table().register(name).isPresent();
        return there ? device.get(name) : Optional.empty();
    }

    private boolean fits(Map<String, Object> with) {
        Values values =
                name -> {
                    Object set = with.get(name);
                    if (set != null) {
                        return Optional.of(set);
                    }
                    return held.computeIfAbsent(name, this::held);
                };
        Identity identity = identification.identify(values);
        return identity.recognised() && identity.model().equals(model);
    }
}
