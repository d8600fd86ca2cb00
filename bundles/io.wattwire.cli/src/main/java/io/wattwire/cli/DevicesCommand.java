package io.wattwire.cli;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.PointControl;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what is supported. */
@Command(name = "devices", description = "Lists the devices that can be read and controlled.")
final class DevicesCommand implements Callable<Integer> {
    private final Tools tools;
    @Spec private CommandSpec spec;

    DevicesCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        TextTable table = new TextTable("DEVICE", "MODEL", "WHAT", ">REGISTERS", "CONTROLS");
        for (DeviceFamily family : tools.catalog().families()) {
            table.row(
                    family.name(),
                    "",
                    family.title(),
                    family.table().registers().size(),
                    controls(family));
            for (Model model : family.models()) {
                table.row(
                        "",
                        model.name(),
                        model.title(),
                        family.table().forModel(model.name()).registers().size(),
                        "");
            }
        }
        table.print(out);
        return 0;
    }

    private static String controls(DeviceFamily family) {
        return family.controls().stream()
                .map(PointControl::point)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
