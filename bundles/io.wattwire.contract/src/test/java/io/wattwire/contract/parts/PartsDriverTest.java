package io.wattwire.contract.parts;

import io.wattwire.contract.DriverContract;
import io.wattwire.device.driver.TableDriver;

class PartsDriverTest extends DriverContract {

    @Override
    public TableDriver driver() {
        return new PartsDriver();
    }
}
