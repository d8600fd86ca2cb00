package io.wattwire.contract.parts;

import io.wattwire.device.driver.BatterySettings;
import io.wattwire.device.driver.ServiceSettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.TableException;
import java.io.StringReader;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** A device of several parts, whose addresses mean different things on different unit ids. */
@Component(
        name = PartsDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PartsDriver.Settings.class, factory = true)
public final class PartsDriver extends TableDriver {

    static final String PID = "io.wattwire.contract.parts.PartsDriver";

    private static final String REGISTERS =
            """
            name,service,kind,address,type,unit,rate,access,min,max,role,storage
            state,,holding,0,U16,,fast,R,,,,
            mode,near,holding,1,U16,,slow,RW,0,9,owner,volatile
            grid_watts,grid,holding,0,S32,W,fast,R,,,,
            grid_hertz,grid,holding,2,U16,Hz,slow,R,,,,
            heater_watts,heater,holding,0,U32,W,slow,RW,0,3000,owner,volatile
            boiler_watts,boiler,holding,1,U16,W,slow,R,,,,
            """;

    private static final String POINTS = "name,value\ngrid_power,grid_watts\n";

    private static final DeviceFamily FAMILY =
            DeviceFamily.of("parts", table())
                    .service(Service.sameUnit("near", "On the device's unit id"))
                    .service(Service.unit("grid", "Grid meter", 30))
                    .service(Service.unset("heater", "Heater"))
                    .service(Service.unset("boiler", "Boiler"))
                    .battery()
                    .build();

    /** Makes an inactive driver. */
    public PartsDriver() {
        super(FAMILY);
    }

    private static RegisterTable table() {
        try {
            return RegisterTable.read(
                    "registers.csv",
                    new StringReader(REGISTERS),
                    "points.csv",
                    new StringReader(POINTS));
        } catch (TableException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @ObjectClassDefinition(id = PID, name = "Device of parts")
    interface Settings extends BatterySettings, ServiceSettings {}
}
