package io.wattwire.driver.growatt;

import io.wattwire.contract.DriverContract;
import io.wattwire.device.driver.TableDriver;

/** What all drivers must do. */
class GrowattContractTest extends DriverContract {

    @Override
    public TableDriver driver() {
        return new GrowattDriver();
    }
}
