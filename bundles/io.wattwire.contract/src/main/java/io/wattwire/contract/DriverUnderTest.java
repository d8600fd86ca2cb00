package io.wattwire.contract;

import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.RegisterTable;
import java.util.ArrayList;
import java.util.List;

/** Says which driver is tested. */
public interface DriverUnderTest {

    /**
     * Makes the driver.
     *
     * @return a new, inactive driver
     */
    TableDriver driver();

    /**
     * How the simulated device is reached.
     *
     * @return {@code tcp}, {@code rtu-tcp}, {@code solarman} or {@code http}, as in the driver's
     *     setting
     */
    default String connection() {
        return "tcp";
    }

    /**
     * The driver's devices.
     *
     * @return the family
     */
    default DeviceFamily family() {
        return driver().family();
    }

    /**
     * The tables of all models, of meters in all roles.
     *
     * @return what the driver works with
     */
    default List<Variant> variants() {
        DeviceFamily family = family();
        List<Variant> variants = new ArrayList<>();
        family.models()
                .forEach(
                        model -> {
                            RegisterTable table = family.exampleTable(model.name());
                            if (!family.meter()) {
                                variants.add(new Variant(model.name(), "grid", table));
                                return;
                            }
                            for (MeterRole role : MeterRole.values()) {
                                RegisterTable seen = table.forMeter(role, false, 0);
                                variants.add(new Variant(model.name(), role.text(), seen));
                            }
                        });
        return variants;
    }

    /**
     * A model, as it is used.
     *
     * @param model name of the model
     * @param role what a meter measures; of no meaning for others
     * @param table what it has then
     */
    record Variant(String model, String role, RegisterTable table) {

        @Override
        public String toString() {
            return model + " as " + role;
        }
    }
}
