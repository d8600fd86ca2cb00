package io.wattwire.publish.givtcp;

import io.wattwire.publish.Delivery;
import io.wattwire.publish.Sample;
import io.wattwire.publish.Target;
import io.wattwire.publish.control.Plant;
import io.wattwire.publish.givtcp.data.Fleet;
import java.io.IOException;
import java.util.List;

/** Keeps GivTCP's structure of each inverter and publishes it. */
final class GivTcpTarget implements Target {

    private final Fleet fleet;
    private final Doors doors;

    GivTcpTarget(String owner, GivTcpSettings settings, Plant plant) {
        fleet = new Fleet(settings.form(), settings.raw(), plant);
        doors = new Doors(owner, settings.doors(), fleet, plant);
    }

    @Override
    public Delivery deliver(List<Sample> batch) throws IOException, InterruptedException {
        fleet.take(batch);
        return Delivery.COMPLETE;
    }

    @Override
    public void close() {
        doors.close();
    }
}
