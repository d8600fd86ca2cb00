package io.wattwire.driver.givenergy;

import io.wattwire.contract.DriverContract;
import io.wattwire.device.driver.TableDriver;

/** What all drivers must do. */
class GivEnergyContractTest extends DriverContract {

    @Override
    public TableDriver driver() {
        return new GivEnergyDriver();
    }
}
