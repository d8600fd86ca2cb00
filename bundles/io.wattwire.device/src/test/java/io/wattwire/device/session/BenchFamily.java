package io.wattwire.device.session;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** The device that {@link Bench} has: an inverter with few registers and a limit in percent. */
final class BenchFamily {

    private static final String REGISTERS =
            """
            name,kind,address,type,scale,unit,invalid,rate,access,min,max,step,role,storage,expiry,labels
            power,holding,0,S32,0.1,W,,fast,R,,,,,,,
            voltage,holding,2,U16,0.1,V,0xFFFF,fast,R,,,,,,,
            energy,holding,10,U32,0.1,kWh,,slow,R,,,,,,,
            serial,holding,20,STR4,,,,static,R,,,,,,,
            rated,holding,24,U16,1,W,,static,R,,,,,,,
            rate,holding,30,U16,1,%,,slow,RW,0,100,1,installer,volatile,,
            memory,holding,31,ENUM,,,,slow,RW,,,,installer,flash,,0=volatile|1=stored
            upper,holding,35,U16,1,,,slow,RW,0,9,1,owner,volatile,,
            lower,holding,36,U16,1,,,slow,RW,0,9,1,owner,volatile,,
            export_limit,holding,40,U16,1,W,,slow,RW,0,5000,10,owner,flash,,
            charge,holding,45,S16,1,W,,fast,RW,-5000,5000,1,owner,volatile,20,
            grid_code,holding,50,U16,1,,,slow,RW,0,9,,never,flash,,
            type_code,holding,60,U16,1,,,static,R,,,,,,,
            """;

    private static final String POINTS =
            """
            name,value,unit,write
            inverter_power,power,W,
            inverter_voltage_l1,voltage,V,
            inverter_energy_total,energy,kWh,
            inverter_rated_power,rated,W,
            inverter_power_limit,,W,code
            grid_export_limit,export_limit,W,export_limit
            battery_power_setpoint,charge,W,charge
            """;

    private BenchFamily() {}

    /**
     * @param asks whether the device is asked for its model
     */
    static DeviceFamily of(boolean asks) {
        FamilyBuilder family =
                DeviceFamily.of("bench", Tables.of(REGISTERS, POINTS))
                        .title("the bench")
                        .model("one", "The one")
                        .model("two", "The other")
                        .rules(BlockRules.standard())
                        .sleepsAtNight()
                        .control(new Limit());
        return (asks ? family.identification(new ByType()) : family).build();
    }

    private static final class ByType implements Identification {

        @Override
        public List<String> registers() {
            return List.of("type_code", "serial");
        }

        @Override
        public Identity identify(Values values) {
            int code = (int) values.number("type_code").orElse(0);
            String serial = values.get("serial").map(Object::toString).orElse("");
            String model = code == 5100 ? "one" : code == 5200 ? "two" : "";
            return new Identity(model, serial, "", OptionalDouble.empty(), !model.isEmpty());
        }

        @Override
        public Map<String, Map<String, Object>> examples() {
            return Map.of(
                    "one", Map.of("type_code", 5100),
                    "two", Map.of("type_code", 5200));
        }
    }

    /** Percent of the rated power in a volatile register, once memory is switched off. */
    private static final class Limit implements PointControl {

        @Override
        public String point() {
            return "inverter_power_limit";
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
            return Set.of("rated", "memory");
        }

        @Override
        public OptionalDouble step(Values known) {
            return percent(1, known);
        }

        @Override
        public OptionalDouble minimum(Values known) {
            return percent(2, known);
        }

        @Override
        public OptionalDouble maximum(Values known) {
            return percent(100, known);
        }

        private static OptionalDouble percent(double percent, Values known) {
            OptionalDouble rated = known.number("rated");
            return rated.isPresent()
                    ? OptionalDouble.of(percent * rated.getAsDouble() / 100)
                    : rated;
        }

        @Override
        public List<RegisterWrite> commands(double wanted, Values known) {
            double rated =
                    known.number("rated")
                            .orElseThrow(() -> new IllegalArgumentException("rated is unknown"));
            double percent = Math.floor(wanted * 100 / rated + 1e-6);
            return List.of(
                    new RegisterWrite("memory", "volatile", true),
                    new RegisterWrite("rate", percent, false));
        }

        @Override
        public OptionalDouble readBack(Values known) {
            OptionalDouble rate = known.number("rate");
            return rate.isPresent() ? percent(rate.getAsDouble(), known) : rate;
        }

        @Override
        public Set<String> readBackRegisters() {
            return Set.of("rate");
        }

        @Override
        public Set<String> saved() {
            return Set.of("rate", "memory");
        }
    }
}
