package io.wattwire.driver.sma;

import io.wattwire.contract.DriverContract;
import io.wattwire.device.driver.TableDriver;

/** What all drivers must do. */
class SmaContractTest extends DriverContract {

    @Override
    public TableDriver driver() {
        return new SmaDriver();
    }
}
