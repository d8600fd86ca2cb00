package io.wattwire.driver.solaredge.meter;

import io.wattwire.device.server.ModbusFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Habits of the WattNode, as its manual v18 tells: one CT rating for all phases copies itself,
 * errors queue up until they are read, the integer powers choose their scale. Its passcode is 0,
 * which means none. Settings of its line are kept and shown, but act on nothing: the line is ours.
 */
final class WattnodeHabits implements Habits {

    private static final int ERROR_STATUS = 1709;
    private static final int QUEUED = 8;

    private static final int BAD_ADDRESS = 206;
    private static final int BAD_VALUE = 207;
    private static final int BAD_FUNCTION = 213;
    private static final int DEVICE_FAILURE = 215;

    private static final String CT = "ct_current";
    private static final double NOMINAL_VOLTS = 230;
    private static final double LARGEST_INTEGER = 32_767;
    private static final List<String> PHASES = List.of("_a", "_b", "_c");

    private static final byte[] SERVER_ID = serverIdBytes();

    private final Deque<Integer> errors = new ArrayDeque<>();

    private static byte[] serverIdBytes() {
        byte[] name =
                "..Continental Control Systems LLC, WattNode MODBUS, WNC-3Y-400-MB\0"
                        .getBytes(StandardCharsets.US_ASCII);
        name[0] = 2;
        name[1] = (byte) 0xFF;
        return name;
    }

    @Override
    public void beforeWrite(Map<String, Double> writes, Access access) throws ModbusFault {
        Double passcode = writes.get("config_passcode");
        if (passcode != null && passcode != 0) {
            throw new ModbusFault(ModbusFault.ILLEGAL_VALUE, "the meter has no passcode; write 0");
        }
        Double apply = writes.get("apply_com_config");
        if (apply != null && apply != 0 && apply != 1234) {
            throw new ModbusFault(ModbusFault.ILLEGAL_VALUE, "line settings are applied by 1234");
        }
    }

    @Override
    public void afterWrite(String register, double value, Access access) {
        switch (register) {
            case "ct_amps" -> PHASES.forEach(phase -> access.keep("ct_amps" + phase, value));
            case "zero_energies" -> {
                access.keep(register, 0);
                if (value == 1) {
                    access.zeroEnergies();
                }
            }
            case "zero_demands" -> {
                access.keep(register, 0);
                if (value == 1) {
                    access.zeroDemand();
                }
            }
            case "apply_com_config" -> access.keep(register, 0);
            case "error_status" -> clear();
            case "power_int_scale" -> {
                if (value == 0) {
                    access.forget(register);
                }
            }
            default -> {
                // kept, and no more than that
            }
        }
    }

    private void clear() {
        errors.clear();
    }

    /** The scale that holds the CTs' full power, unless one was written. */
    private static double powerScale(Access access) {
        double written = access.kept("power_int_scale", "");
        if (written > 0) {
            return written;
        }
        double full =
                PHASES.stream().mapToDouble(phase -> access.kept("ct_amps" + phase, CT)).sum()
                        * NOMINAL_VOLTS;
        double scale = 1;
        while (full / scale > LARGEST_INTEGER && scale < 1000) {
            scale *= 10;
        }
        return scale;
    }

    @Override
    public Map<String, Double> figures(Access access) {
        Map<String, Double> figures = new HashMap<>();
        figures.put("power_int_scale_factor", powerScale(access));
        Integer first = errors.peekFirst();
        figures.put("first_error", first == null ? 0.0 : first);
        return figures;
    }

    /** Reading the error status takes one from the queue. */
    @Override
    public void afterRead(int address, int count) {
        if (address <= ERROR_STATUS && ERROR_STATUS < address + count) {
            errors.pollFirst();
        }
    }

    @Override
    public void failed(int code) {
        int error =
                switch (code) {
                    case ModbusFault.ILLEGAL_FUNCTION -> BAD_FUNCTION;
                    case ModbusFault.ILLEGAL_ADDRESS -> BAD_ADDRESS;
                    case ModbusFault.ILLEGAL_VALUE -> BAD_VALUE;
                    default -> DEVICE_FAILURE;
                };
        if (errors.size() < QUEUED) {
            errors.addLast(error);
        }
    }

    @Override
    public byte[] serverId() {
        return SERVER_ID.clone();
    }
}
