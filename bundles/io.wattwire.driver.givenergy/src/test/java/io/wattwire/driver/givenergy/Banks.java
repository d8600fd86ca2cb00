package io.wattwire.driver.givenergy;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Operation;
import java.util.List;

/** Devices as the tests fill them. */
final class Banks {

    static final DeviceFamily FAMILY = new GivEnergyDriver().family();

    private Banks() {}

    /** Settings all 0, as of a device where nothing was set: no slots, eco, no reserve. */
    static TableBank of(String model) {
        return new TableBank(FAMILY, model)
                .holding(0, new int[360])
                .holding(1000, new int[130])
                .holding(2040, new int[40])
                .holding(27, 1);
    }

    static Operation operation(String model, String name) {
        return FAMILY.operations(model).stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(model + " has no " + name));
    }

    /** What a command writes to a device where nothing was set, as {@code 27=[1]}. */
    static List<String> written(String model, String name, Object value) {
        return written(of(model), model, name, value);
    }

    static List<String> written(TableBank bank, String model, String name, Object value) {
        bank.written();
        return bank.execute(operation(model, name).commands(value, bank)).written();
    }
}
