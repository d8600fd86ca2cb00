package io.wattwire.publish.venus;

import io.wattwire.publish.venus.bus.BusItem;
import io.wattwire.publish.venus.bus.BusItems;
import java.util.List;

/** Adds the paths of a service, all that a GX wants to find. For one thread. */
final class Paths {

    private final BusItems items;
    private final VenusSettings settings;

    Paths(BusItems items, VenusSettings settings) {
        this.items = items;
        this.settings = settings;
    }

    void mandatory(BusItem.Writer rename) {
        Package version = Paths.class.getPackage();
        String number = version.getImplementationVersion();
        shown("/Mgmt/ProcessName", "wattwire");
        shown("/Mgmt/ProcessVersion", number == null ? "0.1" : number);
        shown("/Mgmt/Connection", "Wattwire, asset " + settings.asset());
        shown("/DeviceInstance", settings.instance());
        items.add("/ProductId", BusItem.shown(Texts.hexadecimal()), settings.kind().product());
        shown("/ProductName", "Wattwire " + settings.kind().words());
        shown("/DeviceName", settings.asset());
        shown("/FirmwareVersion", number == null ? "0.1" : number);
        shown("/HardwareVersion", "-");
        shown("/Connected", 1);
        shown("/Serial", settings.id());
        shown("/Role", settings.kind().busClass());
        shown("/ErrorCode", 0);
        shown("/UpdateIndex", 0);
        items.add("/CustomName", BusItem.writable(Texts.plain(), rename), settings.customName());
    }

    private void shown(String path, Object value) {
        items.add(path, BusItem.shown(Texts.plain()), value);
    }

    void grid() {
        shown("/DeviceType", 0);
        shown("/NrOfPhases", null);
        items.add("/Ac/Energy/Consumption", BusItem.shown(Texts.number(2, "kWh")), null);
    }

    void inverter(BusItem.Writer move, BusItem.Writer limit) {
        shown("/NrOfPhases", null);
        shown("/StatusCode", null);
        shown("/IsGenericEnergyMeter", 0);
        items.add("/Ac/MaxPower", BusItem.shown(Texts.number(0, "W")), null);
        items.add(
                "/Position",
                BusItem.writable(Texts.position(), move).within(0, 2, 0),
                settings.position());
        items.add(
                "/Ac/PowerLimit",
                settings.commands()
                        ? BusItem.writable(Texts.number(0, "W"), limit)
                        : BusItem.shown(Texts.number(0, "W")),
                null);
        shown("/dynamicGenerationStatus", null);
        for (String name : List.of("Power", "MaxPower", "PowerMax")) {
            items.add("/dynamicGeneration" + name, BusItem.shown(Texts.number(0, "W")), null);
        }
    }

    void battery() {
        for (String what : List.of("MaxChargeCurrent", "MaxDischargeCurrent")) {
            items.add("/Info/" + what, BusItem.shown(Texts.number(1, "A")), null);
        }
        for (String what : List.of("MaxChargeVoltage", "BatteryLowVoltage")) {
            items.add("/Info/" + what, BusItem.shown(Texts.number(1, "V")), null);
        }
        shown("/Io/AllowToCharge", null);
        shown("/Io/AllowToDischarge", null);
        items.add("/ConsumedAmphours", BusItem.shown(Texts.number(1, "Ah")), null);
        items.add("/TimeToGo", BusItem.shown(Texts.number(0, "s")), null);
        items.add("/Capacity", BusItem.shown(Texts.number(1, "Ah")), null);
        items.add("/InstalledCapacity", BusItem.shown(Texts.number(1, "Ah")), null);
    }

    void add(Row row) {
        items.add(row.path(), BusItem.shown(Texts.number(row.decimals(), row.unit())), null);
    }
}
