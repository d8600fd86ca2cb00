package io.wattwire.publish.control;

import io.wattwire.device.driver.Channels;
import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.RegisterTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.kura.asset.Asset;

/** Finds out whether something on this gateway commands a point already, under whatever name. */
final class Commanders {

    private final Plant plant;

    Commanders(Plant plant) {
        this.plant = plant;
    }

    /** {@return who commands what is behind a point} */
    Optional<String> of(Writable writable) {
        String asset = writable.point().asset();
        String driver =
                plant.asset(asset)
                        .map(Asset::getAssetConfiguration)
                        .map(configuration -> configuration.getDriverPid())
                        .orElse(asset);
        Set<String> names = names(writable, driver);
        return List.of(asset, driver).stream()
                .flatMap(holder -> names.stream().map(name -> plant.commander(holder, name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The channel's own name, the table's, and those of all points that write the same register.
     */
    private Set<String> names(Writable writable, String driver) {
        Set<String> names = new TreeSet<>();
        names.add(writable.point().channel());
        names.add(Channels.name(writable.channel().createReadRecord()));
        Optional<RegisterTable> table = plant.device(driver).map(DeviceView::table);
        writable.register()
                .ifPresent(
                        register ->
                                table.stream()
                                        .flatMap(it -> it.points().stream())
                                        .filter(it -> it.write().equals(register.name()))
                                        .map(Point::name)
                                        .forEach(names::add));
        return names;
    }
}
