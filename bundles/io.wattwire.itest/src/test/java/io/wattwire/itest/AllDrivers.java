package io.wattwire.itest;

import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.driver.chint.ChintDriver;
import io.wattwire.driver.cms.CmsDriver;
import io.wattwire.driver.deye.DeyeDriver;
import io.wattwire.driver.givenergy.GivEnergyDriver;
import io.wattwire.driver.growatt.GrowattDriver;
import io.wattwire.driver.sdm.SdmDriver;
import io.wattwire.driver.sessy.SessyDriver;
import io.wattwire.driver.sma.SmaDriver;
import io.wattwire.driver.sun2000.Sun2000Driver;
import io.wattwire.driver.sunspec.SunspecDriver;
import io.wattwire.driver.victron.VictronDriver;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The families of all drivers of the project; {@link DevicePagesTest} sees that none is missing.
 */
final class AllDrivers {

    private AllDrivers() {}

    static List<DeviceFamily> families() {
        return Stream.<TableDriver>of(
                        new ChintDriver(),
                        new CmsDriver(),
                        new DeyeDriver(),
                        new GivEnergyDriver(),
                        new GrowattDriver(),
                        new SdmDriver(),
                        new SessyDriver(),
                        new SmaDriver(),
                        new Sun2000Driver(),
                        new SunspecDriver(),
                        new VictronDriver())
                .map(TableDriver::family)
                .sorted(Comparator.comparing(DeviceFamily::name))
                .toList();
    }
}
