package io.wattwire.driver.deye;

import io.wattwire.contract.DriverContract;
import io.wattwire.device.driver.TableDriver;

/** What all drivers must do. */
class DeyeContractTest extends DriverContract {

    @Override
    public TableDriver driver() {
        return new DeyeDriver();
    }
}
