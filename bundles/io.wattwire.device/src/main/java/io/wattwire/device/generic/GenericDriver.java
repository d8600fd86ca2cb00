package io.wattwire.device.generic;

import io.wattwire.device.driver.MeterSettings;
import io.wattwire.device.driver.ServiceSettings;
import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.TableException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Reads and writes a Modbus device by a register table of the user's own, without compiling. */
@Component(
        name = GenericDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = GenericDriver.Settings.class, factory = true)
public final class GenericDriver extends TableDriver {

    static final String PID = "io.wattwire.device.generic.GenericDriver";

    /** The settings of all drivers and meters, and where the tables are. */
    @ObjectClassDefinition(
            id = PID,
            name = "Wattwire: Modbus device with a table of your own",
            description = "A Modbus device described by a register table in a file.")
    interface Settings extends MeterSettings, ServiceSettings {

        /** Path of the register table. */
        @AttributeDefinition(
                name = "Register table",
                description =
                        "File with the registers (CSV). A relative path begins in Kura's data"
                                + " directory.",
                required = false)
        String registers_csv();

        /** Path of the point table. */
        @AttributeDefinition(
                name = "Point table",
                description =
                        "File with the points (CSV), for common names such as grid_power. Empty:"
                                + " no points.",
                required = false)
        String points_csv();
    }

    private final TableFiles files = new TableFiles();

    /** Makes an inactive driver without a table. */
    public GenericDriver() {
        super(TableFiles.NO_TABLE);
    }

    @Override
    protected DeviceFamily family(Map<String, Object> properties) throws TableException {
        Optional<Path> data = dataDirectory();
        return files.read(
                path(data, properties.get("registers.csv")),
                path(data, properties.get("points.csv")));
    }

    private static Optional<Path> path(Optional<Path> data, Object setting) throws TableException {
        String text = setting == null ? "" : setting.toString().strip();
        try {
            Path path = Path.of(text);
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(data.map(directory -> directory.resolve(path)).orElse(path));
        } catch (InvalidPathException wrong) {
            throw TableFiles.wrong(text, "is no path; write the path of a file");
        }
    }
}
