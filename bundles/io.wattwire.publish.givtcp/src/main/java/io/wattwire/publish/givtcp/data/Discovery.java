package io.wattwire.publish.givtcp.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.wattwire.publish.mqtt.Message;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Describes each value to Home Assistant in GivTCP's way: one retained message per entity. The
 * entities' ids are GivTCP's, so that they keep their names and history; device classes and units
 * are spelled as Home Assistant wants them now.
 */
public final class Discovery {

    /** Keys that can be commanded, with their commands and the points behind them. */
    private enum Command {
        MODE("Mode", "setBatteryMode", "battery_mode", "select"),
        RESERVE("Battery_Power_Reserve", "setBatteryReserve", "battery_reserve", "number"),
        TARGET("Target_SOC", "setChargeTarget", "charge_target", "number"),
        CHARGE("Enable_Charge_Schedule", "enableChargeSchedule", "charge_schedule", "switch"),
        DISCHARGE(
                "Enable_Discharge_Schedule",
                "enableDischargeSchedule",
                "discharge_schedule",
                "switch"),
        DISCHARGING("Enable_Discharge", "enableDischarge", "battery_discharging", "switch"),
        CHARGE_RATE("Battery_Charge_Rate", "setChargeRate", "charge_rate", "number"),
        DISCHARGE_RATE("Battery_Discharge_Rate", "setDischargeRate", "discharge_rate", "number");

        private final String key;
        private final String command;
        private final String channel;
        private final String component;

        Command(String key, String command, String channel, String component) {
            this.key = key;
            this.command = command;
            this.channel = channel;
            this.component = component;
        }

        /** GivTCP 3 moved three of them to other registers. */
        private String channel(Form form) {
            if (form == Form.OF_2022) {
                return channel;
            }
            return switch (this) {
                case RESERVE -> "battery_soc_reserve";
                case CHARGE_RATE -> "battery_charge_limit";
                case DISCHARGE_RATE -> "battery_discharge_limit";
                default -> channel;
            };
        }

        static Command of(String key) {
            for (Command each : values()) {
                if (each.key.equals(key)) {
                    return each;
                }
            }
            return null;
        }
    }

    private static final List<String> MODES_OF_2022 =
            List.of("Eco", "Timed Demand", "Timed Export", "Unknown", "Eco (Paused)");
    private static final List<String> V3_MODES =
            List.of(
                    "Eco",
                    "Eco (Paused)",
                    "Timed Demand",
                    "Timed Export",
                    "Unknown",
                    "Export (Paused)");
    private static final int LEAST_SOC = 4;
    private static final int FULL = 100;

    private final String prefix;
    private final String root;
    private final String serial;
    private final Form form;
    private final Set<String> commanded;

    /**
     * Of one inverter.
     *
     * @param prefix where Home Assistant looks
     * @param root of the topics
     * @param serial of the inverter
     * @param form whose ids
     * @param commanded channels of the inverter that may be commanded
     */
    public Discovery(String prefix, String root, String serial, Form form, Set<String> commanded) {
        this.prefix = prefix;
        this.root = root;
        this.serial = serial;
        this.form = form;
        this.commanded = commanded;
    }

    /**
     * Where the inverter says that it is there.
     *
     * @param root of the topics
     * @param serial of the inverter
     * @param form whose structure
     * @return the topic
     */
    public static String availability(String root, String serial, Form form) {
        return root + "/" + serial + (form == Form.OF_2022 ? "/status" : "/Stats/status");
    }

    /**
     * Describes a value.
     *
     * @param path of the value in the structure, keys joined with slashes
     * @param maxRate of the battery, W, for GivTCP 3
     * @return retained
     */
    public Message of(String path, double maxRate) {
        String[] levels = path.split("/");
        String key = levels[levels.length - 1];
        Command command = Command.of(key);
        boolean takes = command != null && commanded.contains(command.channel(form));
        JsonObject entity = new JsonObject();
        entity.addProperty("name", name(key));
        entity.addProperty("stat_t", root + "/" + serial + "/" + path);
        entity.addProperty("avty_t", availability(root, serial, form));
        entity.addProperty("pl_avail", "online");
        entity.addProperty("pl_not_avail", "offline");
        entity.addProperty("uniq_id", id(levels));
        entity.add("device", device(levels));
        Quantity quantity = Quantity.of(key, form);
        add(entity, "unit_of_meas", quantity.unit());
        if (takes) {
            entity.addProperty(
                    "command_topic", root + "/control/" + serial + "/" + command.command);
            command(entity, command, maxRate);
        } else {
            add(entity, "device_class", quantity.deviceClass());
            add(entity, "state_class", quantity.stateClass());
        }
        String component = takes ? command.component : "sensor";
        return new Message(topic(component, levels), entity.toString(), true);
    }

    private static void add(JsonObject entity, String name, String value) {
        if (!value.isEmpty()) {
            entity.addProperty(name, value);
        }
    }

    private String name(String key) {
        String plain = key.replace('_', ' ');
        return form == Form.OF_2022 ? "GivTCP " + plain : plain;
    }

    /** The pack, whose keys are those of its neighbours; empty for anything else. */
    private String pack(String[] levels) {
        int depth = form == Form.OF_2022 ? 3 : 4;
        return levels[0].equals("Battery_Details") && levels.length == depth
                ? levels[depth - 2]
                : "";
    }

    private String topic(String component, String[] levels) {
        String pack = pack(levels);
        return prefix
                + "/"
                + component
                + "/GivEnergy/"
                + serial
                + "_"
                + (pack.isEmpty() ? "" : pack + "_")
                + levels[levels.length - 1]
                + "/config";
    }

    private String id(String[] levels) {
        String pack = pack(levels);
        String key = levels[levels.length - 1];
        if (form == Form.V3) {
            return "GivTCP_" + (pack.isEmpty() ? serial : pack) + "_" + key;
        }
        return serial + "_" + levels[0] + "_" + (pack.isEmpty() ? "" : pack + "_") + key;
    }

    private JsonObject device(String[] levels) {
        JsonObject device = new JsonObject();
        String pack = pack(levels);
        if (form == Form.OF_2022 || pack.isEmpty()) {
            device.addProperty("identifiers", serial + "_" + levels[0]);
        } else {
            device.addProperty("identifiers", "GivTCP " + pack);
        }
        device.addProperty(
                "name",
                form == Form.OF_2022
                        ? "GivTCP_" + serial + "_" + levels[0]
                        : "GivTCP " + (pack.isEmpty() ? levels[0].replace('_', ' ') : pack));
        device.addProperty("manufacturer", "GivEnergy");
        return device;
    }

    private void command(JsonObject entity, Command command, double maxRate) {
        switch (command.component) {
            case "switch" -> {
                entity.addProperty("payload_on", "enable");
                entity.addProperty("payload_off", "disable");
            }
            case "select" -> {
                JsonArray options = new JsonArray();
                (form == Form.OF_2022 ? MODES_OF_2022 : V3_MODES).forEach(options::add);
                entity.add("options", options);
            }
            default -> {
                boolean rate = command == Command.CHARGE_RATE || command == Command.DISCHARGE_RATE;
                entity.addProperty("min", rate ? 0 : LEAST_SOC);
                entity.addProperty("max", rate && form == Form.V3 ? Math.round(maxRate) : FULL);
            }
        }
    }

    /**
     * The greatest rate of the battery.
     *
     * @param structure of GivTCP 3
     * @param serial of the inverter
     * @return W; 5000 where it is not told
     */
    public static double maxRate(Map<String, Object> structure, String serial) {
        return structure.get(serial) instanceof Map<?, ?> details
                        && details.get("Invertor_Max_Bat_Rate") instanceof Number watts
                ? watts.doubleValue()
                : 5000;
    }
}
