package io.wattwire.driver.deye;

import io.wattwire.contract.WireContract;
import io.wattwire.device.driver.TableDriver;

/** What all drivers must do on the wire, through a logger. */
class DeyeLoggerContractTest implements WireContract {

    @Override
    public TableDriver driver() {
        return new DeyeDriver();
    }

    @Override
    public String connection() {
        return "solarman";
    }
}
