package io.wattwire.simulator;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.driver.growatt.GrowattDriver;
import io.wattwire.driver.sdm.SdmDriver;

/** The families that the simulator imitates, as their drivers declare them. */
public final class Families {

    public static final DeviceFamily SDM = new SdmDriver().family();

    public static final DeviceFamily GROWATT = new GrowattDriver().family();

    private Families() {}
}
