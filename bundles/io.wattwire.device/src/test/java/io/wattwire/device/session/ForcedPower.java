package io.wattwire.device.session;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A battery's set-point of the simplest kind: a power in steps of 10 W and a mode that makes it
 * count. Let go, it first stands still and then does what it wants.
 */
final class ForcedPower implements PointControl {

    static final int POWER = 50;
    static final int MODE = 51;
    static final int FORCED = 1;
    static final int SOC = 10;

    /** What the device does when nobody commands: charge slowly, as its owner set it. */
    static final int OWNERS_POWER = 20;

    private static final String REGISTERS =
            """
            name,kind,address,type,scale,unit,invalid,rate,access,min,max,step,role,storage,labels
            soc,holding,10,U16,1,%,0xFFFF,fast,R,,,,,,
            volts,holding,11,U16,0.1,V,,fast,R,,,,,,
            most,holding,12,U16,1,W,0xFFFF,fast,R,,,,,,
            ampere,holding,54,S16,0.1,A,,fast,RW,-100,100,0.1,owner,volatile,
            phase1,holding,55,S16,1,W,,fast,RW,-5000,5000,1,owner,volatile,
            phase2,holding,56,S16,1,W,,fast,RW,-5000,5000,1,owner,volatile,
            power,holding,50,S16,10,W,,fast,RW,-5000,5000,10,owner,volatile,
            mode,holding,51,ENUM,,,,slow,RW,,,,owner,volatile,0=auto|1=forced
            limit,holding,60,U16,1,W,,slow,RW,0,5000,10,owner,volatile,
            """;

    private static final String POINTS =
            """
            name,value,unit,write
            battery_soc,soc,%,
            battery_voltage,volts,V,
            battery_max_charge_power,most,W,
            battery_current_setpoint,ampere,A,ampere
            battery_power_setpoint_l1,phase1,W,phase1
            battery_power_setpoint_l2,phase2,W,phase2
            battery_power_setpoint,,W,code
            grid_export_limit,limit,W,limit
            """;

    static FamilyBuilder family() {
        return DeviceFamily.of("battery", Tables.of(REGISTERS, POINTS)).control(new ForcedPower());
    }

    /** The same with a power that lies in flash memory and takes a rise in ten seconds only. */
    static FamilyBuilder sparedFamily() {
        String spared =
                REGISTERS
                        .replace("\n", ",\n")
                        .replace("labels,", "labels,min_interval")
                        .replace(
                                "power,holding,50,S16,10,W,,fast,RW,-5000,5000,10,owner,volatile,,",
                                "power,holding,50,S16,10,W,,fast,RW,-5000,5000,10,owner,flash,,10");
        return DeviceFamily.of("battery", Tables.of(spared, POINTS)).control(new ForcedPower());
    }

    /** A device at 50 % whose owner lets it charge slowly. */
    static DeviceBench prepare(DeviceBench bench) {
        return bench.set(DeviceBench.OWN, SOC, 50, 500, 4000)
                .set(DeviceBench.OWN, 54, 0, 0, 0)
                .set(DeviceBench.OWN, POWER, OWNERS_POWER, 0)
                .set(DeviceBench.OWN, 60, 3000);
    }

    @Override
    public String point() {
        return "battery_power_setpoint";
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.C;
    }

    @Override
    public String failSafeNote() {
        return "keeps it";
    }

    @Override
    public Set<String> inputs() {
        return Set.of();
    }

    @Override
    public OptionalDouble step(Values known) {
        return OptionalDouble.of(10);
    }

    @Override
    public OptionalDouble minimum(Values known) {
        return OptionalDouble.of(-5000);
    }

    @Override
    public OptionalDouble maximum(Values known) {
        return OptionalDouble.of(5000);
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        return List.of(
                new RegisterWrite("power", 10.0 * (long) (wanted / 10), false),
                new RegisterWrite("mode", "forced", true));
    }

    @Override
    public OptionalDouble readBack(Values known) {
        boolean forced = known.get("mode").filter("forced"::equals).isPresent();
        return forced ? known.number("power") : OptionalDouble.empty();
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of("power", "mode");
    }

    @Override
    public Set<String> saved() {
        return Set.of("power", "mode");
    }

    @Override
    public boolean handsBack() {
        return true;
    }

    @Override
    public List<RegisterWrite> letGo(Values known) {
        return List.of(
                new RegisterWrite("power", 0.0, false), new RegisterWrite("mode", "auto", false));
    }
}
