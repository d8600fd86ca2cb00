package io.wattwire.driver.givenergy;

import io.wattwire.contract.IndependentFactsContract;
import io.wattwire.device.driver.TableDriver;

class IndependentFactsTest implements IndependentFactsContract {
    @Override
    public TableDriver driver() {
        return new GivEnergyDriver();
    }
}
