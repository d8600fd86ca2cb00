package io.wattwire.driver.victron;

import io.wattwire.contract.DriverContract;
import io.wattwire.device.driver.TableDriver;

/** What all drivers must do. */
class VictronContractTest extends DriverContract {

    @Override
    public TableDriver driver() {
        return new VictronDriver();
    }
}
