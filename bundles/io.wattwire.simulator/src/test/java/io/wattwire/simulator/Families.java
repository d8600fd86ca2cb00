package io.wattwire.simulator;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The families that the simulator imitates. */
public final class Families {

    public static final DeviceFamily SDM =
            DeviceFamily.of("sdm", table("sdm"))
                    .model("sdm230", "Eastron SDM230")
                    .model("sdm120", "Eastron SDM120")
                    .model("sdm630", "Eastron SDM630")
                    .meter()
                    .rules(
                            new BlockRules(
                                    60,
                                    1,
                                    Set.of(),
                                    List.of(new Range(RegisterKind.INPUT, 96, 257)),
                                    true))
                    .build();

    public static final DeviceFamily GROWATT =
            DeviceFamily.of("growatt", table("growatt"))
                    .model("min", "Growatt MIN")
                    .model("tl-xh", "Growatt TL-XH")
                    .model("mid", "Growatt MID")
                    .sleepsAtNight()
                    .rules(
                            new BlockRules(
                                    125,
                                    1,
                                    Set.of(125, 250, 375, 3000, 3125, 3250, 3375),
                                    List.of(),
                                    false))
                    .build();

    private Families() {}

    private static RegisterTable table(String brand) {
        Path folder =
                Path.of("..", "io.wattwire.driver." + brand, "src", "main", "resources")
                        .resolve(Path.of("io", "wattwire", "driver", brand));
        try (Reader registers = Files.newBufferedReader(folder.resolve("registers.csv"));
                Reader points = Files.newBufferedReader(folder.resolve("points.csv"))) {
            return RegisterTable.read("registers.csv", registers, "points.csv", points);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
