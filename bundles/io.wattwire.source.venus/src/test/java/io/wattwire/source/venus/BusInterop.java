package io.wattwire.source.venus;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.wattwire.publish.venus.bus.BusPlace;
import io.wattwire.publish.venus.bus.RealBus;
import org.junit.jupiter.api.Test;

/** A GX's services on Debian's bus, by its socket and as a GX opens it to its network. */
class BusInterop {

    @Test
    void whatHoldsOnOurBusHoldsOnARealOne() throws Exception {
        try (RealBus bus = new RealBus()) {
            read(bus, bus.place());
            read(bus, bus.tcp());
        }
    }

    private static void read(RealBus bus, BusPlace place) throws Exception {
        try (BusGx meter = new BusGx(bus.place(), 30)) {
            GxSteps steps = new GxSteps(meter);
            try (VenusBus source = steps.onBus(place)) {
                assertNotNull(source);
                steps.changesAreEmittedWithTheTimeOfTheirArrival();
                steps.aDeadMeterIsSilentHoweverOftenAnybodyAsks();
                steps.aDriverThatComesBackBeginsAnew(meter);
            }
        }
    }
}
