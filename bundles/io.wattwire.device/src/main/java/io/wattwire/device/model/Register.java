package io.wattwire.device.model;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of {@code registers.csv}: a vendor's register under the vendor's meaning.
 *
 * @param name lower_snake, unique in each model
 * @param service which service or unit of the device has it, empty where there is one only
 * @param block what the address counts from, for devices that have their blocks in places of their
 *     own
 * @param kind address space
 * @param address first address as on the wire, from 0, or from the begin of the block
 * @param type how the raw value lies in its words
 * @param scale engineering value = raw × scale + offset; not 0
 * @param scaleBy name of the register that tells the power of ten to use in the place of {@code
 *     scale}; empty where the scale is known
 * @param offset see {@code scale}
 * @param unit W, V, A, Hz, kWh, %, degC …, empty where there is none
 * @param invalid raw bit patterns that mean "no value", as 0xFFFF or as -32768
 * @param rate how often it is worth reading
 * @param access what the device allows
 * @param min smallest engineering value that may be written
 * @param max largest engineering value that may be written
 * @param step written values are {@code min} (or 0) plus a multiple of this
 * @param role who may write it
 * @param storage where the device keeps what is written
 * @param expiry after which time the device forgets what is written, zero for never
 * @param minInterval least time between two writes
 * @param models the models that have it, empty for all
 * @param labels names of states, or of bits for {@link Encoding#BITS}
 * @param place where it is in the device's own words, for one that has no registers; else empty
 * @param note what a person must know
 */
public record Register(
        String name,
        String service,
        BlockRef block,
        RegisterKind kind,
        int address,
        ValueType type,
        double scale,
        String scaleBy,
        double offset,
        String unit,
        List<Long> invalid,
        Rate rate,
        Access access,
        OptionalDouble min,
        OptionalDouble max,
        OptionalDouble step,
        WriteRole role,
        Storage storage,
        Duration expiry,
        Duration minInterval,
        Set<String> models,
        SortedMap<Long, String> labels,
        String place,
        String note) {

    /**
     * Copies the collections and checks address and scale. {@inheritDoc}
     *
     * @throws IllegalArgumentException if the words leave the address space or the scale is 0 or
     *     not finite
     */
    public Register {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(block, "block");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(scaleBy, "scaleBy");
        Objects.requireNonNull(unit, "unit");
        invalid = List.copyOf(invalid);
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(min, "min");
        Objects.requireNonNull(max, "max");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(storage, "storage");
        Objects.requireNonNull(expiry, "expiry");
        Objects.requireNonNull(minInterval, "minInterval");
        models = Set.copyOf(models);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(note, "note");
        if (address < 0 || address + type.words() > 0x10000) {
            throw new IllegalArgumentException(
                    "register " + name + ": address " + address + " leaves 0 to 65535");
        }
        if (scale == 0 || !Double.isFinite(scale) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException(
                    "register "
                            + name
                            + ": scale "
                            + scale
                            + " and offset "
                            + offset
                            + " lose the value");
        }
    }

    /**
     * Whether a model has this register.
     *
     * @param model name of a model
     * @return true also for registers that all models have
     */
    public boolean existsIn(String model) {
        return Guards.allow(models, model);
    }

    /**
     * The Java type of the engineering value.
     *
     * @return LONG for flags and unscaled 64-bit numbers, STRING for text and labelled values,
     *     BOOLEAN for BOOL, else DOUBLE
     */
    public ValueKind valueKind() {
        return RegisterCodec.kind(this);
    }

    /**
     * This register on a device where its block was found.
     *
     * @param place where the block is
     * @return the same register with an address that counts from 0; empty where the block ends
     *     before it
     */
    public Optional<Register> at(BlockPlace place) {
        return address + type.words() <= place.words()
                ? Optional.of(with(BlockRef.NONE, place.address() + address, scale, scaleBy))
                : Optional.empty();
    }

    /**
     * This register with the scale that another one tells now.
     *
     * @param known the registers' values
     * @return this one where the scale is known anyway; empty when the other has no value
     */
    public Optional<Register> scaled(Values known) {
        return scaleBy.isEmpty()
                ? Optional.of(this)
                : ScaleFactor.of(known.number(scaleBy))
                        .map(factor -> with(block, address, factor, ""));
    }

    private Register with(BlockRef in, int from, double factor, String factorBy) {
        return new Register(
                name,
                service,
                in,
                kind,
                from,
                type,
                factor,
                factorBy,
                offset,
                unit,
                invalid,
                rate,
                access,
                min,
                max,
                step,
                role,
                storage,
                expiry,
                minInterval,
                models,
                labels,
                place,
                note);
    }

    /**
     * Decodes words with the scale that another register may tell.
     *
     * @param words as many words as the type has
     * @param known the registers' values
     * @return a value of {@link #valueKind()}; empty when the device says that there is none, or
     *     tells no scale
     * @throws IllegalArgumentException if the number of words or a word is wrong
     */
    public Optional<Object> decode(int[] words, Values known) {
        boolean wide = valueKind() == ValueKind.DOUBLE;
        return scaled(known)
                .flatMap(register -> register.decode(words))
                .map(value -> wide && value instanceof Long whole ? whole.doubleValue() : value);
    }

    /**
     * Decodes words to the engineering value; a register that needs another's scale has none here.
     * A scaled number is exactly the decimal that raw × scale + offset gives: 2057 × 0.1 is 205.7.
     * A state without a label is its number as text.
     *
     * @param words as many words as the type has
     * @return a value of {@link #valueKind()}; empty when the device says that there is none
     * @throws IllegalArgumentException if the number of words or a word is wrong
     */
    public Optional<Object> decode(int[] words) {
        return RegisterCodec.decode(this, words);
    }

    /**
     * Encodes an engineering value for writing. Numbers may come as {@link Number} or as decimal
     * text, states as label or number, booleans as {@link Boolean}, 0, 1, true or false. Nothing is
     * rounded: who commands knows which side is safe.
     *
     * @param engineering the value
     * @return as many words as the type has
     * @throws IllegalArgumentException if the value is out of range, between two steps, no label or
     *     of another kind; the message names register, value, range, unit and remedy
     */
    public int[] encode(Object engineering) {
        return RegisterCodec.encode(this, engineering);
    }

    /**
     * The words a device would show for a measured value: rounded to the nearest raw number and
     * held within the type, with no regard to the range for writing. For simulated devices.
     *
     * @param engineering as for {@link #encode}
     * @return as many words as the type has
     * @throws IllegalArgumentException if the value is of another kind
     */
    public int[] encodeNearest(Object engineering) {
        return RegisterCodec.encodeNearest(this, engineering);
    }
}
