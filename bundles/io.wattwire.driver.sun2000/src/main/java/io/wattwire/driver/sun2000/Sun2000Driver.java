package io.wattwire.driver.sun2000;

import io.wattwire.device.driver.BatterySettings;
import io.wattwire.device.driver.ServiceSettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.Presence;
import io.wattwire.device.model.Service;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Driver of Huawei SUN2000 inverters; docs/devices/sun2000.md says where its facts come from. */
@Component(
        name = Sun2000Driver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Sun2000Driver.Settings.class, factory = true)
public final class Sun2000Driver extends TableDriver {

    static final String PID = "io.wattwire.driver.sun2000.Sun2000Driver";

    /**
     * Most words of a request, and where one must begin: beyond gaps of 16 words and more, which
     * nobody reads across, and around the meter, which must not be asked while it is offline.
     */
    private static final BlockRules RULES =
            new BlockRules(
                    64,
                    1,
                    Set.of(
                            30105, 30206, 30222, 30302, 30366, 30500, 30561, 30801, 31000, 31200,
                            31639, 31895, 32000, 32064, 32172, 32212, 35000, 35021, 37000, 37100,
                            37101, 37139, 37200, 37700, 37738, 37920, 38200, 40000, 40037, 40100,
                            40120, 40196, 40470, 40490, 41214, 42000, 42900, 43006, 45052, 47000,
                            47027, 47200, 47415, 47589, 47675, 47750, 47954, 49999),
                    List.of(),
                    false);

    /** 50 ms between requests, 1 s after connecting, answers within 50 to 500 ms. */
    private static final LinkDefaults LINK =
            new LinkDefaults(
                    9600,
                    'N',
                    1,
                    1,
                    Duration.ofMillis(50),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(300));

    /** Connecting, its delay and half a dozen answers; owners poll each 5 s at best. */
    private static final Duration READ_DEADLINE = Duration.ofSeconds(4);

    private static final DeviceFamily FAMILY =
            DeviceFamily.of("sun2000", Sun2000Driver.class)
                    .title("Huawei SUN2000 inverters")
                    .model("sun2000-3ph", "Huawei SUN2000, three phases, LUNA2000 or no battery")
                    .model("sun2000-1ph", "Huawei SUN2000, one phase, LUNA2000 or no battery")
                    .model("sun2000-3ph-lg", "Huawei SUN2000, three phases, LG RESU battery")
                    .model("sun2000-1ph-lg", "Huawei SUN2000, one phase, LG RESU battery")
                    .rules(RULES)
                    .link(LINK)
                    .readDeadline(READ_DEADLINE)
                    .service(Service.sameUnit("meter", "Grid meter"))
                    .service(Service.sameUnit("battery", "Battery"))
                    .service(Service.sameUnit("battery1", "Battery unit 1 and its packs"))
                    .service(Service.sameUnit("battery2", "Battery unit 2 and its packs"))
                    .service(Service.unset("sdongle", "SDongle"))
                    .service(Service.unset("emma", "EMMA"))
                    .battery()
                    .presence(new Presence("meter", "meter_status", "normal"))
                    .identification(new Sun2000Identification())
                    .control(new ForcibleCharge())
                    .control(new MeterLoopLimit())
                    .control(new DeratingLimit())
                    .build();

    /** Settings of a driver instance: those of every driver, of batteries and of parts. */
    @ObjectClassDefinition(
            id = PID,
            name = "Huawei SUN2000 inverter",
            description = "SUN2000 with meter, LUNA2000 and EMMA over Modbus TCP or RS-485.")
    interface Settings extends BatterySettings, ServiceSettings {}

    /** Makes a driver that waits for its configuration. */
    public Sun2000Driver() {
        super(FAMILY);
    }
}
