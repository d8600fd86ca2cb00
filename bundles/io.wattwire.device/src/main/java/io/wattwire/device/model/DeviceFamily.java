package io.wattwire.device.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a driver says of its devices, in one immutable object. */
public final class DeviceFamily {
    private final String name;
    private final String title;
    private final List<Model> models;
    private final RegisterTable table;
    private final BlockRules rules;
    private final LinkDefaults link;
    private final List<PointControl> controls;
    private final List<Operation> operations;
    private final boolean checksWrites;
    private final Identification identification;
    private final boolean meter;
    private final boolean sleepsAtNight;
    private final List<Service> services;
    private final boolean writesMultiple;
    private final boolean joinsWrites;
    private final boolean battery;
    private final boolean gateway;
    private final Layout layout;
    private final Protocol protocol;
    private final Documents documents;
    private final List<Presence> presences;
    private final List<Range> zeros;
    private final Duration readDeadline;
    private final String usualConnection;

    DeviceFamily(FamilyBuilder builder) {
        name = builder.name;
        title = builder.title;
        models = List.copyOf(builder.models);
        table = builder.table;
        rules = builder.rules;
        link = builder.link;
        controls = List.copyOf(builder.controls);
        operations = List.copyOf(builder.operations);
        checksWrites = builder.checksWrites;
        identification = builder.identification;
        meter = builder.meter;
        sleepsAtNight = builder.sleepsAtNight;
        services = List.copyOf(builder.services);
        writesMultiple = builder.writesMultiple;
        joinsWrites = builder.joinsWrites;
        battery = builder.battery;
        gateway = builder.gateway;
        layout = builder.layout;
        protocol = builder.protocol;
        documents = protocol == Protocol.HTTP ? Documents.of(table) : Documents.none();
        presences = List.copyOf(builder.presences);
        zeros = List.copyOf(builder.zeros);
        readDeadline = builder.readDeadline;
        usualConnection = builder.usualConnection;
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
    public static FamilyBuilder of(String name, Class<?> owner) {
        return of(name, TableResources.read(name, owner));
    }

    /**
     * Starts a family with a table that was read elsewhere.
     *
     * @param name lower case, as used in commands
     * @param table its table
     * @return a builder
     */
    public static FamilyBuilder of(String name, RegisterTable table) {
        return new FamilyBuilder(name, table);
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
     * The connection that is meant when nobody names one.
     *
     * @return as in the drivers' setting {@code connection}, usually {@code tcp}
     */
    public String usualConnection() {
        return usualConnection;
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
     * What the devices speak.
     *
     * @return Modbus for most
     */
    public Protocol protocol() {
        return protocol;
    }

    /**
     * Where the words of registers are in JSON documents.
     *
     * @return the documents of a family that speaks HTTP; else none
     */
    public Documents documents() {
        return documents;
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
     * The commands in the brand's own words.
     *
     * @return possibly none
     */
    public List<Operation> operations() {
        return operations;
    }

    /**
     * Those of one model.
     *
     * @param model its name
     * @return possibly none
     */
    public List<Operation> operations(String model) {
        return operations.stream()
                .filter(operation -> Guards.allow(operation.models(), model))
                .toList();
    }

    /**
     * Whether each register is read back after a write, as the devices may acknowledge and lose it.
     *
     * @return true when a write that did not stay is a failure
     */
    public boolean checksWrites() {
        return checksWrites;
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

    /**
     * The parts that the column {@code service} names.
     *
     * @return in the order they were declared; none for a device that is one
     */
    public List<Service> services() {
        return services;
    }

    /**
     * Finds a service.
     *
     * @param service its name
     * @return empty for the device itself, whose name is empty
     */
    public Optional<Service> service(String service) {
        return services.stream().filter(part -> part.name().equals(service)).findFirst();
    }

    /**
     * Whether the devices take writes by function 16 only.
     *
     * @return true when function 6 is of no use
     */
    public boolean writesMultiple() {
        return writesMultiple;
    }

    /**
     * Whether adjacent writes of one command leave as one request.
     *
     * @return true when they are joined
     */
    public boolean joinsWrites() {
        return joinsWrites;
    }

    /**
     * Whether the devices have a battery whose bounds an owner may set.
     *
     * @return true for batteries
     */
    public boolean battery() {
        return battery;
    }

    /**
     * Whether the device on the driver's unit id is itself the gateway to its parts.
     *
     * @return true when exceptions 10 and 11 of it are about a part
     */
    public boolean gateway() {
        return gateway;
    }

    /**
     * How the blocks of registers are found that each device has elsewhere.
     *
     * @return empty when all devices have the same addresses
     */
    public Optional<Layout> layout() {
        return Optional.ofNullable(layout);
    }

    /**
     * The registers of a simulated device, with addresses that count from 0.
     *
     * @param model one of the models
     * @return what a device of this model may have
     */
    public RegisterTable exampleTable(String model) {
        RegisterTable all = table.forModel(model);
        return layout == null ? all : all.at(layout.example(model).places());
    }

    /**
     * What a simulated device holds from the beginning, so that it is recognised.
     *
     * @param model one of the models
     * @return words of holding registers by address, none where nothing is needed
     */
    public Map<Integer, Integer> exampleWords(String model) {
        return layout == null ? Map.of() : layout.example(model).words();
    }

    /**
     * The parts that may be asked only while a register tells that they are there.
     *
     * @return usually none
     */
    public List<Presence> presences() {
        return presences;
    }

    /**
     * Where the devices answer 0 for addresses that the table does not have.
     *
     * @return usually none: then such an address is taken for one that is refused
     */
    public List<Range> zeros() {
        return zeros;
    }

    /**
     * The longest time of one read when nobody says otherwise.
     *
     * @return 800 ms, more for slow devices
     */
    public Duration readDeadline() {
        return readDeadline;
    }
}
