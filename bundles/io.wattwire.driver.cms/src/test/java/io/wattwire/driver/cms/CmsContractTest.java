package io.wattwire.driver.cms;

import io.wattwire.contract.KuraContract;
import io.wattwire.contract.TableContract;
import io.wattwire.contract.WireContract;
import io.wattwire.contract.WrongInputContract;
import io.wattwire.device.driver.TableDriver;

/** All of the contract but the cost in blocks: a status comes as a whole. */
class CmsContractTest implements TableContract, WireContract, WrongInputContract, KuraContract {

    @Override
    public TableDriver driver() {
        return new CmsDriver();
    }

    @Override
    public String connection() {
        return "rtu-tcp";
    }
}
