package io.wattwire.driver.growatt;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.DeviceFamily;

/** Inverters without any word, as the tests fill them. */
final class Banks {

    static final DeviceFamily FAMILY = new GrowattDriver().family();

    private Banks() {}

    static TableBank of(String model) {
        return new TableBank(FAMILY, model);
    }
}
