package io.wattwire.driver.sun2000;

import io.wattwire.contract.DriverContract;
import io.wattwire.device.driver.TableDriver;

class Sun2000ContractTest extends DriverContract {

    @Override
    public TableDriver driver() {
        return new Sun2000Driver();
    }
}
