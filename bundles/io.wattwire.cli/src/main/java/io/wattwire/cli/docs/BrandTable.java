package io.wattwire.cli.docs;

import io.wattwire.device.model.CommonPoints;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One page of all brands: who has which common point, and who can be commanded how. */
public final class BrandTable {

    private static final String HEAD =
            """
            # Brands, points and controls

            Made of the drivers' tables by `./wattwire docs docs/devices`; a test fails when it differs from them.

            """;

    private static final String POINTS =
            """

            ## Common points

            **r** is read, **w** written too. Not each model of a brand has each point: the brand's page tells, and
            `wattwire registers <model>`. A meter's points have the name of what it measures (`meter.role`).

            """;

    private static final String CONTROLS =
            """

            ## Controls

            Class **A**: the device watches our link and falls back by itself to what is safe. **B**: its own meter loop guards the grid
            point. **C**: neither: the last command stays, or its end opens the device. In brackets the models, where not all have it.

            """;

    private final List<DeviceFamily> families;

    /**
     * Of all brands.
     *
     * @param families in the order of the columns
     */
    public BrandTable(List<DeviceFamily> families) {
        this.families = List.copyOf(families);
    }

    /**
     * The page.
     *
     * @return Markdown
     */
    public String page() {
        return HEAD + brands() + CONTROLS + controls() + POINTS + points();
    }

    private Markdown brands() {
        Markdown table = new Markdown("Brand", "Device", "Models", "Registers", "Page");
        for (DeviceFamily family : families) {
            table.row(
                    family.title(),
                    "`" + family.name() + "`",
                    family.models().stream()
                            .map(model -> "`" + model.name() + "`")
                            .collect(Collectors.joining(", ")),
                    Integer.toString(family.table().registers().size()),
                    "[" + family.name() + ".md](" + family.name() + ".md)");
        }
        return table;
    }

    private Markdown controls() {
        Set<String> points = new TreeSet<>();
        families.forEach(
                it ->
                        it.table().points().stream()
                                .filter(Point::writable)
                                .map(Point::name)
                                .forEach(points::add));
        List<String> head = new ArrayList<>(List.of("Point"));
        List<DeviceFamily> commanded =
                families.stream()
                        .filter(it -> it.table().points().stream().anyMatch(Point::writable))
                        .toList();
        commanded.forEach(it -> head.add(it.name()));
        Markdown table = new Markdown(head.toArray(String[]::new));
        for (String point : points) {
            List<String> row = new ArrayList<>(List.of("`" + point + "`"));
            commanded.forEach(it -> row.add(control(it, point)));
            table.row(row);
        }
        return table;
    }

    private static String control(DeviceFamily family, String point) {
        Map<FailSafeClass, Set<String>> models = new TreeMap<>();
        for (PointControl control : family.controls()) {
            if (control.point().equals(point)) {
                models.computeIfAbsent(control.failSafeClass(), any -> new TreeSet<>())
                        .addAll(control.models());
            }
        }
        if (models.isEmpty()) {
            return has(family, point, true) ? "by register" : "";
        }
        return models.entrySet().stream()
                .map(it -> it.getKey() + which(it.getValue(), family))
                .collect(Collectors.joining("; "));
    }

    private static String which(Set<String> models, DeviceFamily family) {
        boolean all = models.isEmpty() || models.size() == family.models().size();
        return all ? "" : " (" + String.join(", ", models) + ")";
    }

    private Markdown points() {
        List<String> head = new ArrayList<>(List.of("Point", "Unit", "Meaning"));
        families.forEach(it -> head.add(it.name()));
        Markdown table = new Markdown(head.toArray(String[]::new));
        CommonPoints.all().stream()
                .filter(point -> families.stream().anyMatch(it -> has(it, point.name(), false)))
                .forEach(
                        point -> {
                            List<String> row =
                                    new ArrayList<>(
                                            List.of(
                                                    "`" + point.name() + "`",
                                                    point.unit(),
                                                    point.meaning()));
                            families.forEach(it -> row.add(cell(it, point.name())));
                            table.row(row);
                        });
        return table;
    }

    private static String cell(DeviceFamily family, String point) {
        return has(family, point, true) ? "w" : has(family, point, false) ? "r" : "";
    }

    private static boolean has(DeviceFamily family, String point, boolean written) {
        return family.table().points().stream()
                .filter(it -> it.name().equals(point))
                .anyMatch(it -> !written || it.writable());
    }
}
