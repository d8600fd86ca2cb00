package io.wattwire.bench;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkLease;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.LinkTiming;
import io.wattwire.device.link.ModbusPdu;
import io.wattwire.device.link.Priority;
import io.wattwire.device.link.RtuTcp;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import io.wattwire.driver.growatt.GrowattDriver;
import io.wattwire.driver.sdm.SdmDriver;
import io.wattwire.simulator.LineTiming;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * A plan carried out on the simulator's 9600 Bd line: what it takes there, next to what it was
 * planned to take.
 */
record MeasuredPlan(String device, double plannedMillis, double measuredMillis) {

    private static final Duration LONG = Duration.ofSeconds(2);

    /** How much longer than planned, in percent. */
    double deviation() {
        return 100 * (measuredMillis / plannedMillis - 1);
    }

    /** Reads all of the two devices on one line, by one plan each. */
    static List<MeasuredPlan> both(List<Block> growatt, List<Block> sdm) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (Simulation site =
                Simulation.of(Scenario.zeroExportDemo())
                        .inverter(new GrowattDriver().family(), 1)
                        .meter(new SdmDriver().family(), 2)
                        .rtuOverTcp(here, 0, LineTiming.wire(9600))
                        .start()) {
            RtuTcp address = new RtuTcp(here.getHostAddress(), site.rtuOverTcpPort());
            return List.of(
                    measure("growatt min", address, 1, growatt),
                    measure("sdm sdm230", address, 2, sdm));
        }
    }

    private static MeasuredPlan measure(String device, RtuTcp address, int unit, List<Block> plan)
            throws LinkException {
        Cost cost = Cost.rtu(9600, 10, LineTiming.RTU_TURNAROUND);
        LinkPool pool = new LinkPool();
        BusRecord record = new BusRecord(2, 1);
        pool.addFrameListener(record);
        try (LinkLease lease = pool.acquire(address, device, LinkTiming.NONE)) {
            for (Block block : plan) {
                read(lease, unit, block);
            }
        }
        double measured = record.exchanges().stream().mapToDouble(BusRecord.Exchange::millis).sum();
        return new MeasuredPlan(device, cost.micros(plan) / 1e3, measured);
    }

    /** An exception takes its time on the line too. */
    private static void read(LinkLease lease, int unit, Block block) throws LinkException {
        byte[] pdu = ModbusPdu.readRequest(block.kind(), block.address(), block.count());
        try {
            lease.exchange(unit, pdu, Priority.FAST, Deadline.in(LONG));
        } catch (LinkException answered) {
            if (answered.reason() != LinkException.Reason.EXCEPTION_ANSWER) {
                throw answered;
            }
        }
    }
}
