package io.wattwire.driver.victron;

import io.wattwire.device.model.FamilyBuilder;
import io.wattwire.device.model.Service;

/**
 * The D-Bus services of a GX. Each has a unit id, which the GX lists in its menu under Modbus TCP
 * services. Two are the same at most sites; the others have no default, as a wrong one would
 * silently show another device.
 */
final class VictronServices {

    private static final int VE_BUS_OF_A_CERBO = 227;
    private static final int CAN_BMS_BATTERY = 225;

    private VictronServices() {}

    static FamilyBuilder declare(FamilyBuilder family) {
        return family.service(Service.sameUnit("system", "GX system"))
                .service(Service.sameUnit("settings", "GX settings"))
                .service(Service.sameUnit("hub4", "ESS loop of the GX"))
                .service(Service.unit("vebus", "VE.Bus inverter/charger", VE_BUS_OF_A_CERBO))
                .service(Service.unit("battery", "Battery or battery monitor", CAN_BMS_BATTERY))
                .service(Service.unset("grid", "Grid meter"))
                .service(Service.unset("pvinverter", "PV inverter"))
                .service(Service.unset("solarcharger", "Solar charger"))
                .service(Service.unset("multi", "Multi RS"))
                .service(Service.unset("inverter", "Inverter"))
                .service(Service.unset("acsystem", "AC system of several Multi RS"))
                .service(Service.unset("evcharger", "EV charging station"))
                .service(Service.unset("heatpump", "Heat pump"))
                .service(Service.unset("acload", "AC load meter"))
                .service(Service.unset("charger", "AC charger"))
                .service(Service.unset("genset", "Generator set"))
                .service(Service.unset("dcsource", "DC source"))
                .service(Service.unset("dcload", "DC load"))
                .service(Service.unset("dcsystem", "DC system"))
                .service(Service.unset("temperature", "Temperature sensor"))
                .service(Service.unset("pulsemeter", "Pulse meter"))
                .service(Service.unset("meteo", "Weather station"));
    }
}
