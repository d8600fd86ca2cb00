package io.wattwire.driver.sessy;

import io.wattwire.contract.DriverContract;
import io.wattwire.device.driver.TableDriver;

class SessyContractTest extends DriverContract {

    @Override
    public TableDriver driver() {
        return new SessyDriver();
    }

    @Override
    public String connection() {
        return "http";
    }
}
