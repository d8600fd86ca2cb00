package io.wattwire.driver.givenergy;

import io.wattwire.contract.WireContract;
import io.wattwire.device.driver.TableDriver;

/** What all drivers must do on the wire, through a dongle. */
class GivEnergyDongleContractTest implements WireContract {

    @Override
    public TableDriver driver() {
        return new GivEnergyDriver();
    }

    @Override
    public String connection() {
        return "givenergy";
    }
}
