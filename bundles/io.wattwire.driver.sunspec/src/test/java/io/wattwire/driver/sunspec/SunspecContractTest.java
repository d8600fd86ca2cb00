package io.wattwire.driver.sunspec;

import io.wattwire.contract.DriverContract;
import io.wattwire.device.driver.TableDriver;

class SunspecContractTest extends DriverContract {
    @Override
    public TableDriver driver() {
        return new SunspecDriver();
    }
}
