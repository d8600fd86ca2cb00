package io.wattwire.driver.givenergy;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** On or off, behind one register. */
final class Switch extends Command {

    private final String register;
    private final Object on;
    private final Object off;

    private Switch(String name, String register, Object on, Object off, Set<String> models) {
        super(name, "on or off", models);
        this.register = register;
        this.on = on;
        this.off = off;
    }

    /** A register that is a flag. */
    static Switch of(String name, String register, Set<String> models) {
        return new Switch(name, register, true, false, models);
    }

    /** GivTCP's switch of discharging: the reserve is the least, or all. */
    static Switch discharging(Set<String> models) {
        return new Switch("battery_discharging", "battery_soc_reserve", 4.0, 100.0, models);
    }

    @Override
    public List<RegisterWrite> commands(Object wanted, Values known) {
        return List.of(write(register, Given.flag(name(), wanted) ? on : off));
    }

    /** Anything but off is on: a reserve may lie between. */
    @Override
    public Optional<Object> readBack(Values known) {
        return known.get(register).map(held -> held.equals(off) ? "off" : "on");
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(register);
    }
}
