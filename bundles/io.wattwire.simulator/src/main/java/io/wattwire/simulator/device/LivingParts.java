package io.wattwire.simulator.device;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.ModbusFault;
import java.time.Duration;
import java.util.Map;

/** Parts of a living device that answer on one unit id, and obey as the device does. */
final class LivingParts implements SimulatedDevice {

    private final LivingDevice whole;
    private final Map<String, SimulatedDevice> parts;

    LivingParts(LivingDevice whole, Map<String, SimulatedDevice> parts) {
        this.whole = whole;
        this.parts = parts;
    }

    /** What one part is asked. */
    private interface Request {
        int[] to(String name, SimulatedDevice part) throws ModbusFault;
    }

    /** The answer of the first part that does not refuse. */
    private int[] first(Request request) throws ModbusFault {
        ModbusFault refusal = null;
        for (Map.Entry<String, SimulatedDevice> part : parts.entrySet()) {
            try {
                return request.to(part.getKey(), part.getValue());
            } catch (ModbusFault fault) {
                refusal = fault;
            }
        }
        throw refusal;
    }

    @Override
    public int[] read(RegisterKind kind, int address, int count) throws ModbusFault {
        return first((name, part) -> part.read(kind, address, count));
    }

    @Override
    public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
        first(
                (name, part) -> {
                    whole.write(name, part, kind, address, words);
                    return words;
                });
    }

    @Override
    public void refresh() {
        whole.refresh();
    }

    @Override
    public boolean answers() {
        return whole.answers();
    }

    /** Does nothing: the whole device restarts. */
    @Override
    public void restart(Duration start, Duration down) {}

    @Override
    public void losePower() {
        parts.values().forEach(SimulatedDevice::losePower);
    }

    @Override
    public boolean takes(byte[] requestPdu) {
        return whole.takes(requestPdu);
    }
}
