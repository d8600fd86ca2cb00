package io.wattwire.contract.bench;

import io.wattwire.contract.DriverContract;
import io.wattwire.device.driver.TableDriver;

class BenchDriverTest extends DriverContract {

    @Override
    public TableDriver driver() {
        return new BenchDriver();
    }
}
