package io.wattwire.device.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All that a driver says of its devices, in one immutable object. */
public final class DeviceFamily {
    private static final String REGISTERS = "registers.csv";
    private static final String POINTS = "points.csv";

    private final String name;
    private final String title;
    private final List<Model> models;
    private final RegisterTable table;
    private final BlockRules rules;
    private final LinkDefaults link;
    private final List<PointControl> controls;
    private final Identification identification;
    private final boolean meter;
    private final boolean sleepsAtNight;

    private DeviceFamily(Builder builder) {
        name = builder.name;
        title = builder.title;
        models = List.copyOf(builder.models);
        table = builder.table;
        rules = builder.rules;
        link = builder.link;
        controls = List.copyOf(builder.controls);
        identification = builder.identification;
        meter = builder.meter;
        sleepsAtNight = builder.sleepsAtNight;
    }

    /**
     * Starts a family whose tables {@code registers.csv} and, optionally, {@code points.csv} lie
     * beside a class.
     *
     * @param name lower case, as used in commands: {@code sdm}
     * @param owner the class, usually the driver's
     * @return a builder
     * @throws IllegalStateException if a table is missing or wrong; the message names file, row and
     *     column
     */
    public static Builder of(String name, Class<?> owner) {
        try (Reader registers = resource(owner, REGISTERS).orElseThrow(() -> missing(owner));
                Reader points = resource(owner, POINTS).orElseGet(() -> new StringReader(""))) {
            return of(
                    name,
                    RegisterTable.read(
                            name + "/" + REGISTERS, registers, name + "/" + POINTS, points));
        } catch (IOException | TableException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Optional<Reader> resource(Class<?> owner, String file) {
        InputStream stream = owner.getResourceAsStream(file);
        return Optional.ofNullable(stream)
                // a decoder of its own reports bytes that are not UTF-8 instead of replacing them
                .map(bytes -> new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
    }

    private static IllegalStateException missing(Class<?> owner) {
        return new IllegalStateException(
                "no "
                        + REGISTERS
                        + " beside "
                        + owner.getName()
                        + "; put it among the resources of its package");
    }

    /**
     * Starts a family with a table that was read elsewhere.
     *
     * @param name lower case, as used in commands
     * @param table its table
     * @return a builder
     */
    public static Builder of(String name, RegisterTable table) {
        return new Builder(name, table);
    }

    /**
     * The family's name.
     *
     * @return lower case: {@code sdm}
     */
    public String name() {
        return name;
    }

    /**
     * The name for people.
     *
     * @return {@code Eastron SDM energy meters}
     */
    public String title() {
        return title;
    }

    /**
     * The models, the most common first.
     *
     * @return at least one; the family itself where it has no others
     */
    public List<Model> models() {
        return models;
    }

    /**
     * The table of all models.
     *
     * @return registers and points
     */
    public RegisterTable table() {
        return table;
    }

    /**
     * What the devices accept as one request.
     *
     * @return limits, borders and forbidden ranges
     */
    public BlockRules rules() {
        return rules;
    }

    /**
     * How the devices are reached when nobody says otherwise.
     *
     * @return line settings and pauses
     */
    public LinkDefaults link() {
        return link;
    }

    /**
     * The points that need code to be written.
     *
     * @return possibly none
     */
    public List<PointControl> controls() {
        return controls;
    }

    /**
     * How to find out which model answers.
     *
     * @return empty when the models cannot be told apart
     */
    public Optional<Identification> identification() {
        return Optional.ofNullable(identification);
    }

    /**
     * Whether the devices are meters, with a role, a direction and a phase.
     *
     * @return true for meters
     */
    public boolean meter() {
        return meter;
    }

    /**
     * Whether the devices live on PV power, so that silence at night is no fault.
     *
     * @return true for PV inverters without a battery or grid supply
     */
    public boolean sleepsAtNight() {
        return sleepsAtNight;
    }

    /** Collects what a family says; not thread-safe. */
    public static final class Builder {
        private final String name;
        private final RegisterTable table;
        private String title;
        private final List<Model> models = new ArrayList<>();
        private BlockRules rules = BlockRules.standard();
        private LinkDefaults link = LinkDefaults.standard();
        private final List<PointControl> controls = new ArrayList<>();
        private Identification identification;
        private boolean meter;
        private boolean sleepsAtNight;

        private Builder(String name, RegisterTable table) {
            this.name = Objects.requireNonNull(name, "name");
            this.table = Objects.requireNonNull(table, "table");
            this.title = name;
        }

        /**
         * Sets the name for people; without it, it is the family's name.
         *
         * @param value the title
         * @return this
         */
        public Builder title(String value) {
            title = Objects.requireNonNull(value, "title");
            return this;
        }

        /**
         * Adds a model.
         *
         * @param modelName lower case, as the column {@code models} names it
         * @param modelTitle for people
         * @return this
         */
        public Builder model(String modelName, String modelTitle) {
            models.add(new Model(modelName, modelTitle));
            return this;
        }

        /**
         * Sets what the devices accept as one request; without it, the limits of Modbus.
         *
         * @param value the rules
         * @return this
         */
        public Builder rules(BlockRules value) {
            rules = Objects.requireNonNull(value, "rules");
            return this;
        }

        /**
         * Sets how the devices are reached; without it, {@link LinkDefaults#standard()}.
         *
         * @param value the defaults
         * @return this
         */
        public Builder link(LinkDefaults value) {
            link = Objects.requireNonNull(value, "link");
            return this;
        }

        /**
         * Adds the control of a point.
         *
         * @param value the control
         * @return this
         */
        public Builder control(PointControl value) {
            controls.add(Objects.requireNonNull(value, "control"));
            return this;
        }

        /**
         * Sets how to find out which model answers.
         *
         * @param value the identification
         * @return this
         */
        public Builder identification(Identification value) {
            identification = Objects.requireNonNull(value, "identification");
            return this;
        }

        /**
         * Says that the devices are meters.
         *
         * @return this
         */
        public Builder meter() {
            meter = true;
            return this;
        }

        /**
         * Says that silence at night is no fault.
         *
         * @return this
         */
        public Builder sleepsAtNight() {
            sleepsAtNight = true;
            return this;
        }

        /**
         * Checks that all parts fit each other.
         *
         * @return the family
         * @throws IllegalStateException if a part names a model, register or point that does not
         *     exist; the message says which
         */
        public DeviceFamily build() {
            if (models.isEmpty()) {
                models.add(new Model(name, title));
            }
            DeviceFamily family = new DeviceFamily(this);
            FamilyCheck.check(family);
            return family;
        }
    }
}
