package io.wattwire.driver.sessy;

import io.wattwire.contract.IndependentFactsContract;
import io.wattwire.device.driver.TableDriver;

class IndependentFactsTest implements IndependentFactsContract {
    @Override
    public TableDriver driver() {
        return new SessyDriver();
    }
}
