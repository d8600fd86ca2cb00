package io.wattwire.cli.docs;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.Storage;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills the generated parts of a device's page: what stands between {@code <!-- generated: points
 * -->} or {@code <!-- generated: controls -->} and {@code <!-- end -->}.
 */
public final class DevicePage {

    private static final Pattern PART =
            Pattern.compile("(<!-- generated: (\\w+) -->\\n).*?(<!-- end -->)", Pattern.DOTALL);

    private final DeviceFamily family;

    /**
     * Of one brand.
     *
     * @param family the brand's devices
     */
    public DevicePage(DeviceFamily family) {
        this.family = family;
    }

    /**
     * Fills the parts.
     *
     * @param page the page as it is
     * @return the page with the parts as the tables say now
     * @throws IllegalArgumentException if it has a part that nobody generates
     */
    public String filled(String page) {
        Matcher parts = PART.matcher(page);
        return parts.replaceAll(
                part ->
                        Matcher.quoteReplacement(
                                part.group(1) + text(part.group(2)) + part.group(3)));
    }

    private String text(String part) {
        return switch (part) {
            case "points" -> points().toString();
            case "controls" -> controls().toString();
            case "commands" -> commands().toString();
            default ->
                    throw new IllegalArgumentException(
                            family.name() + ": nobody generates '" + part + "'");
        };
    }

    private Markdown points() {
        Markdown table = new Markdown("Common point", "Unit", "From", "Models", "");
        Map<String, List<Point>> same =
                family.table().points().stream()
                        .collect(
                                Collectors.groupingBy(
                                        point -> point.name() + " " + role(point) + point.value(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        for (List<Point> rows : same.values()) {
            Point point = rows.get(0);
            table.row(
                    "`" + point.name() + "`" + role(point),
                    point.unit(),
                    from(point),
                    models(rows.stream().flatMap(it -> it.models().stream()).toList()),
                    point.writable() ? "written" : "");
        }
        return table;
    }

    private static String from(Point point) {
        String value = point.value().toString();
        return value.isEmpty() ? "what the control reads back" : "`" + value + "`";
    }

    private static String role(Point point) {
        return point.role().isEmpty() ? "" : " (" + point.role() + ")";
    }

    private String models(Collection<String> models) {
        TreeSet<String> named = new TreeSet<>(models);
        List<String> all = family.models().stream().map(Model::name).toList();
        return named.isEmpty() || named.containsAll(all) ? "all" : String.join(", ", named);
    }

    private Markdown controls() {
        Markdown table =
                new Markdown(
                        "Point",
                        "Models",
                        "Class",
                        "When we vanish",
                        "Registers",
                        "Kept in",
                        "Forgotten after",
                        "Handed back");
        for (PointControl control : family.controls()) {
            List<Register> registers = written(control);
            table.row(
                    "`" + control.point() + "`",
                    models(control.models()),
                    control.failSafeClass().name(),
                    control.failSafeNote(),
                    registers(registers),
                    storage(registers),
                    expiry(registers),
                    control.handsBack() ? "by itself" : "by `wattwire release`");
        }
        return table;
    }

    /** Commands in the brand's own words. */
    private Markdown commands() {
        Markdown table = new Markdown("Command", "Takes", "Who", "Models");
        for (Operation operation : family.operations()) {
            table.row(
                    "`" + operation.name() + "`",
                    operation.takes(),
                    operation.role().name().toLowerCase(Locale.ROOT),
                    models(operation.models()));
        }
        return table;
    }

    /** What it keeps of the device before it writes, and what it reads back of that. */
    private List<Register> written(PointControl control) {
        Set<String> names = new TreeSet<>(control.saved());
        names.addAll(control.readBackRegisters());
        return family.table().registers().stream()
                .filter(it -> names.contains(it.name()) && it.access() != Access.R)
                .toList();
    }

    private static String registers(List<Register> registers) {
        return registers.stream()
                .map(it -> "`" + it.name() + "`" + (it.place().isEmpty() ? " " + it.address() : ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String storage(List<Register> registers) {
        return registers.stream()
                .map(it -> it.storage() == Storage.FLASH ? "flash" : "volatile")
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String expiry(List<Register> registers) {
        Optional<Duration> shortest =
                registers.stream()
                        .map(Register::expiry)
                        .filter(it -> !it.isZero())
                        .sorted()
                        .findFirst();
        return shortest.map(it -> it.toSeconds() + " s").orElse("never");
    }
}
