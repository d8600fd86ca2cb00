package io.wattwire.driver.sdm;

import io.wattwire.contract.DriverContract;
import io.wattwire.device.driver.TableDriver;

/** What all drivers must do. */
class SdmContractTest extends DriverContract {

    @Override
    public TableDriver driver() {
        return new SdmDriver();
    }
}
