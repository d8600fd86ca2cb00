package io.wattwire.cli;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.driver.cms.CmsDriver;
import io.wattwire.driver.deye.DeyeDriver;
import io.wattwire.driver.givenergy.GivEnergyDriver;
import io.wattwire.driver.growatt.GrowattDriver;
import io.wattwire.driver.sdm.SdmDriver;
import io.wattwire.driver.sessy.SessyDriver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/**
 * One run of the command line without a framework.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Cli(int code, String out, String err) {
    static final DeviceFamily CMS = new CmsDriver().family();
    static final DeviceFamily DEYE = new DeyeDriver().family();
    static final DeviceFamily GIVENERGY = new GivEnergyDriver().family();
    static final DeviceFamily GROWATT = new GrowattDriver().family();
    static final DeviceFamily SDM = new SdmDriver().family();

    static final DeviceFamily SESSY = new SessyDriver().family();

    static Cli run(String... arguments) {
        DeviceCatalog catalog = () -> List.of(CMS, DEYE, GIVENERGY, GROWATT, SDM, SESSY);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                WattwireCommand.commandLine(new Tools(catalog, null))
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        return new Cli(code, out.toString(), err.toString());
    }
}
