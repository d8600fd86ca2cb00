package io.wattwire.driver.givenergy;

import io.wattwire.device.model.Service;
import java.util.ArrayList;
import java.util.List;

/** The parts behind the inverter, each on a unit id of its own. */
final class GivEnergyServices {

    private static final int BMS = 0x31;
    private static final int FIRST_PACK = 0x32;
    private static final int FIRST_MODULE = 0x50;
    private static final int FIRST_STACK = 0x70;
    private static final int PACKS = 6;
    private static final int METERS = 8;
    private static final int STACKS = 4;
    private static final int MODULES = 8;

    private GivEnergyServices() {}

    static List<Service> all() {
        List<Service> all = new ArrayList<>();
        add(all, "pack", "Battery pack ", FIRST_PACK, PACKS);
        all.add(Service.unit("bms", "Battery management", BMS));
        add(all, "meter", "Meter ", 1, METERS);
        add(all, "stack", "High-voltage stack ", FIRST_STACK, STACKS);
        add(all, "module", "Module of the first stack, number ", FIRST_MODULE, MODULES);
        return List.copyOf(all);
    }

    private static void add(List<Service> all, String name, String title, int first, int count) {
        for (int i = 0; i < count; i++) {
            all.add(Service.unit(name + (i + 1), title + (i + 1), first + i));
        }
    }
}
