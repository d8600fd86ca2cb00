package io.wattwire.device.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects what a family says; not thread-safe. */
public final class FamilyBuilder {
    final String name;
    final RegisterTable table;
    String title;
    final List<Model> models = new ArrayList<>();
    BlockRules rules = BlockRules.standard();
    LinkDefaults link = LinkDefaults.standard();
    final List<PointControl> controls = new ArrayList<>();
    final List<Operation> operations = new ArrayList<>();
    boolean checksWrites;
    Identification identification;
    boolean meter;
    boolean sleepsAtNight;
    final List<Service> services = new ArrayList<>();
    boolean writesMultiple;
    boolean joinsWrites;
    boolean battery;
    boolean gateway;
    Layout layout;
    Protocol protocol = Protocol.MODBUS;
    final List<Presence> presences = new ArrayList<>();
    final List<Range> zeros = new ArrayList<>();
    String usualConnection = "tcp";
    Duration readDeadline = Duration.ofMillis(800);

    FamilyBuilder(String name, RegisterTable table) {
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
    public FamilyBuilder title(String value) {
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
    public FamilyBuilder model(String modelName, String modelTitle) {
        models.add(new Model(modelName, modelTitle));
        return this;
    }

    /**
     * Sets what the devices accept as one request; without it, the limits of Modbus.
     *
     * @param value the rules
     * @return this
     */
    public FamilyBuilder rules(BlockRules value) {
        rules = Objects.requireNonNull(value, "rules");
        return this;
    }

    /**
     * Sets how the devices are reached; without it, {@link LinkDefaults#standard()}.
     *
     * @param value the defaults
     * @return this
     */
    public FamilyBuilder link(LinkDefaults value) {
        link = Objects.requireNonNull(value, "link");
        return this;
    }

    /**
     * Sets which connection a driver takes when its setting is not there; without it, {@code tcp}.
     *
     * @param value as in the drivers' setting {@code connection}: {@code givenergy}
     * @return this
     */
    public FamilyBuilder usualConnection(String value) {
        usualConnection = Objects.requireNonNull(value, "connection");
        return this;
    }

    /**
     * Adds the control of a point.
     *
     * @param value the control
     * @return this
     */
    public FamilyBuilder control(PointControl value) {
        controls.add(Objects.requireNonNull(value, "control"));
        return this;
    }

    /**
     * Adds a command in the brand's own words.
     *
     * @param value the operation
     * @return this
     */
    public FamilyBuilder operation(Operation value) {
        operations.add(Objects.requireNonNull(value, "operation"));
        return this;
    }

    /**
     * Says that the devices may acknowledge a write and lose it: each register is read back,
     * written again twice at most, and one that still differs is a failure.
     *
     * @return this
     */
    public FamilyBuilder checksWrites() {
        checksWrites = true;
        return this;
    }

    /**
     * Sets how to find out which model answers.
     *
     * @param value the identification
     * @return this
     */
    public FamilyBuilder identification(Identification value) {
        identification = Objects.requireNonNull(value, "identification");
        return this;
    }

    /**
     * Says what the devices speak; without it, Modbus.
     *
     * @param value the protocol
     * @return this
     */
    public FamilyBuilder protocol(Protocol value) {
        protocol = Objects.requireNonNull(value, "protocol");
        return this;
    }

    /**
     * Says that the devices are meters.
     *
     * @return this
     */
    public FamilyBuilder meter() {
        meter = true;
        return this;
    }

    /**
     * Says that silence at night is no fault.
     *
     * @return this
     */
    public FamilyBuilder sleepsAtNight() {
        sleepsAtNight = true;
        return this;
    }

    /**
     * Adds a part of the device that the column {@code service} names.
     *
     * @param value the service
     * @return this
     */
    public FamilyBuilder service(Service value) {
        services.add(Objects.requireNonNull(value, "service"));
        return this;
    }

    /**
     * Says that the devices take writes by function 16 only, also of one register.
     *
     * @return this
     */
    public FamilyBuilder writesMultiple() {
        writesMultiple = true;
        return this;
    }

    /**
     * Says that consecutive writes of one command to adjacent rising addresses of one service leave
     * as one request of function 16, for devices that take such registers only together.
     *
     * @return this
     */
    public FamilyBuilder joinsWrites() {
        joinsWrites = true;
        return this;
    }

    /**
     * Says that the device on the driver's unit id is itself the gateway to its parts: exceptions
     * 10 and 11 then say that a part is not there, and never that the device is silent.
     *
     * @return this
     */
    public FamilyBuilder gateway() {
        gateway = true;
        return this;
    }

    /**
     * Says that the devices have a battery, so that an owner may bound its state of charge and its
     * power.
     *
     * @return this
     */
    public FamilyBuilder battery() {
        battery = true;
        return this;
    }

    /**
     * Sets how to find the blocks that the column {@code block} names.
     *
     * @param value the layout
     * @return this
     */
    public FamilyBuilder layout(Layout value) {
        layout = Objects.requireNonNull(value, "layout");
        return this;
    }

    /**
     * Says that a part of the devices may be asked only while a register tells that it is there.
     *
     * @param value part, register and what it tells
     * @return this
     */
    public FamilyBuilder presence(Presence value) {
        presences.add(Objects.requireNonNull(value, "presence"));
        return this;
    }

    /**
     * Says that the devices answer 0 for each address of a range that the table does not have,
     * instead of refusing it. Plans need not be told: they take any gap that is cheaper to read
     * than to leave out. Simulated devices do as it says.
     *
     * @param value first and last address
     * @return this
     */
    public FamilyBuilder zeros(Range value) {
        zeros.add(Objects.requireNonNull(value, "zeros"));
        return this;
    }

    /**
     * Sets the longest time of one read when nobody says otherwise; without it, 800 ms.
     *
     * @param value for slow devices a few times what they take for an answer
     * @return this
     */
    public FamilyBuilder readDeadline(Duration value) {
        readDeadline = Objects.requireNonNull(value, "readDeadline");
        return this;
    }

    /**
     * Checks that all parts fit each other.
     *
     * @return the family
     * @throws IllegalStateException if a part names a model, register or point that does not exist;
     *     the message says which
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
