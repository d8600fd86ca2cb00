package io.wattwire.driver.sun2000;

import io.wattwire.contract.IndependentFactsContract;
import io.wattwire.device.driver.TableDriver;

class IndependentFactsTest implements IndependentFactsContract {
    @Override
    public TableDriver driver() {
        return new Sun2000Driver();
    }
}
