package io.wattwire.driver.chint;

import io.wattwire.contract.DriverContract;
import io.wattwire.device.driver.TableDriver;

/** What all drivers must do. */
class ChintContractTest extends DriverContract {

    @Override
    public TableDriver driver() {
        return new ChintDriver();
    }
}
