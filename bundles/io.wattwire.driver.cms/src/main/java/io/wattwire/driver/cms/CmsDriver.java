package io.wattwire.driver.cms;

import io.wattwire.device.driver.DriverSettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.Protocol;
import java.time.Duration;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Driver of CMS-2000, Orion and SunEzy inverters; docs/devices/cms.md says where its facts are
 * from.
 */
@Component(
        name = CmsDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = CmsDriver.Settings.class, factory = true)
public final class CmsDriver extends TableDriver {

    static final String PID = "io.wattwire.driver.cms.CmsDriver";

    /** Answers were recorded 60 to 105 ms after the request. */
    private static final LinkDefaults LINK =
            new LinkDefaults(9600, 'N', 1, 1, Duration.ZERO, Duration.ZERO, Duration.ofMillis(105));

    private static final DeviceFamily FAMILY =
            DeviceFamily.of("cms", CmsDriver.class)
                    .title("CMS-2000, Orion and SunEzy inverters")
                    .model("cms2000", "Carbon Management Solutions CMS-2000")
                    .model("orion", "Solar Energy Australia Orion")
                    .model("sunezy", "Schneider SunEzy")
                    .protocol(Protocol.CMS)
                    .link(LINK)
                    .readDeadline(Duration.ofSeconds(4))
                    .sleepsAtNight()
                    .identification(new CmsIdentification())
                    .build();

    /** Settings of a driver instance: those of every driver, and which inverter of a line. */
    @ObjectClassDefinition(
            id = PID,
            name = "CMS-2000, Orion or SunEzy inverter",
            description =
                    "Inverters of Phoenixtec make on a serial line, or behind a serial server: set"
                            + " the connection to a serial line or a TCP gateway. The unit id counts"
                            + " the inverters of a line in the order in which they were found.")
    interface Settings extends DriverSettings {

        /**
         * Which inverter of a line.
         *
         * @return serial number
         */
        @AttributeDefinition(
                name = "Serial number of the inverter",
                description =
                        "Where several inverters share a line: the about ten characters on the type"
                                + " label. Empty: the one that the unit id counts to.",
                required = false)
        String inverter_serial();
    }

    /** Makes a driver that waits for its configuration. */
    public CmsDriver() {
        super(FAMILY);
    }
}
