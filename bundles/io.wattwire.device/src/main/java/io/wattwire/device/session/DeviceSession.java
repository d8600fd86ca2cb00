package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Priority;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.WriteRole;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A conversation with one device, on its unit id and those of its parts: reads by plan, writes
 * under guard, and knows how the link is doing. Opens nothing before the first read or write.
 * Thread-safe; every call ends by its deadline.
 */
public final class DeviceSession implements AutoCloseable {

    /** Some names that are read together again and again. */
    public interface Prepared {

        /**
         * Reads once: fast values in any case, static ones once per connection, slow ones in the
         * time left. Ends by the read deadline.
         *
         * @return one reading per name, in the order of the names; never throws, what failed says
         *     so itself
         */
        List<Reading> read();

        /**
         * What is read.
         *
         * @return the names as given
         */
        List<String> names();
    }

    private final Engine engine;
    private final Writes writes;
    private final Upkeep upkeep;
    private final Reads reads;

    /**
     * Makes a session; nothing is opened yet.
     *
     * @param family what kind of device it is
     * @param settings where it is and what is allowed
     * @param owner who asks, for logs, the audit and fair turns on the wire
     * @param state keeps what must survive a restart
     * @param pool shares wires between sessions
     * @param nanoClock monotonic nanoseconds, such as {@code System::nanoTime}; ages, back-off and
     *     validity follow it
     * @param wallClock milliseconds since 1970, such as {@code System::currentTimeMillis}; for
     *     timestamps and days
     */
    public DeviceSession(
            DeviceFamily family,
            SessionSettings settings,
            String owner,
            StateStore state,
            LinkPool pool,
            LongSupplier nanoClock,
            LongSupplier wallClock) {
        engine = new Engine(family, settings, owner, state, pool, nanoClock, wallClock);
        WriteTurn turn = new WriteTurn(engine);
        writes = new Writes(engine, turn);
        upkeep = new Upkeep(engine, turn);
        reads = new Reads(engine, upkeep);
    }

    /**
     * Prepares names for reading: registers, points, {@code <limit>_min} and {@code <limit>_step}
     * of limits, {@code <name>_age_ms}, health points. The plan is made once. Unknown names are
     * allowed; their readings say so and name the nearest known one.
     *
     * @param names what to read
     * @return the prepared names; use it from one thread at a time
     */
    public Prepared prepare(Collection<String> names) {
        return new PreparedNames(List.copyOf(names), engine, reads);
    }

    /**
     * Writes a point or a register. Before the first command of a point the device's own settings
     * are saved. Ends by three times the read deadline, or by eight times what an answer takes
     * where that is longer, but then within 20 s. A limit that falls or stays is sent with what is
     * known of the device, and compared after, where an answer takes 250 ms or more or the last one
     * did not come.
     *
     * @param name a writable point or register
     * @param value engineering value: number, label, text or boolean
     * @throws WriteRefused when a rule forbids it; nothing was written
     * @throws LinkException when the device does not answer or refuses; a point's set-point is then
     *     repeated as soon as it answers, while it is younger than {@code setpointValid}
     */
    public void write(String name, Object value) throws WriteRefused, LinkException {
        writes.write(name, value);
    }

    /**
     * From now on nothing leaves that writes: each write that would is told instead, after the same
     * reads and the same rules. The session must have a store of {@link StateStore#rehearsal}. It
     * stays a rehearsal until it is closed.
     *
     * @param told hears of each write in order, on the thread that writes
     */
    public void rehearse(Consumer<PlannedWrite> told) {
        engine.writer.rehearse(told);
    }

    /**
     * The commands in the brand's own words, as far as the model is known now.
     *
     * @return possibly none
     */
    public List<Operation> operations() {
        return engine.recognition.known().lexicon().operations();
    }

    /**
     * Asks the device who it is, unless it said so in this connection or the settings name the
     * model.
     *
     * @return who answers; not recognised when it is no known model
     * @throws LinkException when it does not answer in time
     */
    public Identity identity() throws LinkException {
        if (!engine.recognition.isSettled()) {
            engine.watch.refuseWhileWaiting();
        }
        return engine.recognition.settle(Deadline.in(engine.settings.readDeadline())).identity();
    }

    /**
     * Who answers, as far as it has said so; asks nothing.
     *
     * @return not recognised before the first answer, unless the settings name the model
     */
    public Identity known() {
        return engine.recognition.known().identity();
    }

    /**
     * Asks a device whose model the settings name which one it is, unless it said so in this
     * connection or does not tell; takes some requests. Where that takes just one request it is
     * done with the second reading of a connection, too.
     *
     * @return what it says to the contrary, with the remedy; empty when it agrees, cannot tell, or
     *     does not answer
     */
    public String contradiction() {
        engine.modelCheck.ask(Deadline.in(engine.settings.readDeadline()));
        return engine.modelCheck.problem();
    }

    /**
     * What can be read and written, as far as the model is known now.
     *
     * @return the model's registers and points; the whole family's before the device was asked
     */
    public RegisterTable table() {
        return engine.recognition.known().lexicon().table();
    }

    /**
     * The parts that the device may have.
     *
     * @return services of the family with a unit id
     */
    public List<Service> services() {
        return engine.units.present();
    }

    /**
     * Asks whether a part of the device is there; call {@link #identity} before. Takes three
     * requests of a part that is refused or silent, and a reading of all its registers when they
     * show nothing but 0 or no value. What was refused is not asked again on the same connection.
     *
     * @param part one of {@link #services}
     * @return whether one of its registers shows anything but 0
     * @throws LinkException when the device itself does not answer, or is not to be tried now
     */
    public boolean answers(Service part) throws LinkException {
        engine.watch.refuseWhileWaiting();
        return engine.parts.isThere(part, table());
    }

    /**
     * On which unit id a register is.
     *
     * @param register of the family's table
     * @return empty when its part is not there
     */
    public OptionalInt unit(Register register) {
        return engine.units.of(register);
    }

    /**
     * Points to which the owner's settings of a battery, or the type of the device, give a value
     * where no register does.
     *
     * @return names of points
     */
    public Set<String> ownersPoints() {
        return engine.recognition.known().lexicon().given();
    }

    /**
     * How the link is doing.
     *
     * @return its health now
     */
    public Health health() {
        return engine.health();
    }

    /**
     * Reads all registers that can be written and restored, each block within the read deadline.
     *
     * @return engineering values by register, in the order of the table; without those that the
     *     device does not have
     * @throws LinkException when the device does not answer
     */
    public Map<String, Object> backup() throws LinkException {
        identity();
        List<Register> registers =
                table().registers().stream()
                        .filter(register -> register.access() == Access.RW)
                        .filter(register -> register.role() != WriteRole.NEVER)
                        .toList();
        List<String> names = registers.stream().map(Register::name).toList();
        for (Batch batch : engine.planning.batches(table().withScales(names))) {
            Deadline deadline = Deadline.in(engine.settings.readDeadline());
            engine.reader.read(batch, Priority.SLOW, deadline);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Register register : registers) {
            engine.samples
                    .of(register)
                    .filter(sample -> sample.problem().isEmpty() && sample.value() != null)
                    .ifPresent(sample -> values.put(register.name(), sample.value()));
        }
        return values;
    }

    /**
     * Writes several registers, those that hold their value already left out. All are checked
     * before the first is written.
     *
     * @param values engineering values by register, as {@link #backup} gave them
     * @throws WriteRefused when a rule forbids one of them
     * @throws LinkException when the device does not answer or refuses; registers before the
     *     failing one are written
     */
    public void restore(Map<String, Object> values) throws WriteRefused, LinkException {
        // what the device has anyway need not pass the guard: a factory may exceed the table's
        // range
        Map<String, Object> different = new LinkedHashMap<>(values);
        different.entrySet().removeAll(backup().entrySet());
        writes.restore(different);
    }

    /**
     * Hands control back: the settings saved before the first command are restored and forgotten.
     * Under an installer's cap a higher limit is restored as the cap.
     *
     * @throws WriteRefused when a rule forbids it; the save is kept
     * @throws LinkException when the device does not answer or refuses; the save is kept
     */
    public void release() throws WriteRefused, LinkException {
        writes.release();
    }

    /**
     * Whether there are points whose control goes back by itself, so that {@link #tend} is worth
     * calling.
     *
     * @return true when one of the family's points does and writing is on
     */
    public boolean handsBack() {
        return engine.settings.writeEnabled()
                && engine.settings.handsBack()
                && engine.recognition.known().lexicon().controls().stream()
                        .anyMatch(PointControl::handsBack);
    }

    /**
     * Gives control back to the device where its commander is gone, in this run or in an earlier
     * one that ended without doing so. Call it every second or so whether anybody reads or not: a
     * dead commander may be the one who read. Asks the device nothing while nothing is owed; ends
     * by three times the read deadline.
     *
     * @return whether nothing is owed to the device now
     */
    public boolean tend() {
        return !handsBack() || upkeep.handBack();
    }

    /**
     * Gives back the control of points that do so by themselves, if one is commanded and the device
     * answers, within three times the read deadline; writes nothing else. Then lets go of the wire,
     * and no write begins after it.
     */
    @Override
    public void close() {
        if (handsBack()) {
            upkeep.close();
        }
        engine.link.close();
    }
}
