package io.wattwire.device.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which members of which JSON documents stand for which words, where devices have an HTTP interface
 * in place of registers: the engine asks for words as ever, a link turns that into requests. Does
 * no I/O. Immutable.
 */
public final class Documents {

    /** A register and where its value is. */
    private record Entry(Register register, JsonPlace place) {

        boolean within(RegisterKind kind, int address, int count) {
            return register.kind() == kind
                    && register.address() >= address
                    && register.address() + register.type().words() <= address + count;
        }
    }

    /**
     * What a write sends.
     *
     * @param path where to
     * @param whole whether the document is read first and sent back as a whole
     */
    public record Sending(String path, boolean whole) {}

    /** Finds the words of a simulated device. */
    public interface Words {

        /**
         * Reads words.
         *
         * @param register one of the table
         * @return its words; empty when the device does not have it
         */
        Optional<int[]> of(Register register);
    }

    private final List<Entry> entries;

    private Documents(List<Entry> entries) {
        this.entries = entries;
    }

    /**
     * For devices without documents.
     *
     * @return no document
     */
    public static Documents none() {
        return new Documents(List.of());
    }

    /**
     * Takes the places of a table.
     *
     * @param table registers with a place each
     * @return the documents
     * @throws IllegalStateException if a register has none, is written otherwise than its place
     *     says, or has nothing that stands for "no value"
     */
    public static Documents of(RegisterTable table) {
        List<Entry> entries = new ArrayList<>();
        for (Register register : table.registers()) {
            try {
                Entry entry = new Entry(register, JsonPlace.parse(register.place()));
                check(entry);
                entries.add(entry);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalStateException(
                        "register " + register.name() + ": " + wrong.getMessage(), wrong);
            }
        }
        return new Documents(List.copyOf(entries));
    }

    private static void check(Entry entry) {
        Access access = entry.register.access();
        if (access.writable() != entry.place.written().isPresent()
                || (access != Access.W) != entry.place.read().isPresent()) {
            throw new IllegalArgumentException(
                    "access " + access + " does not fit the method of its place; correct one");
        }
        if (!JsonValue.mayBeMissing(entry.register)) {
            throw new IllegalArgumentException(
                    "the column invalid is empty; name a pattern for a member that is not there");
        }
    }

    /**
     * Finds the document that a block of words is of.
     *
     * @param kind of the block
     * @param address its first address
     * @param count its words
     * @return the path; empty when there is none, or the block touches several
     */
    public Optional<String> readPath(RegisterKind kind, int address, int count) {
        List<String> paths =
                entries.stream()
                        .filter(entry -> entry.within(kind, address, count))
                        .flatMap(entry -> entry.place.read().stream())
                        .map(JsonPlace.Field::path)
                        .distinct()
                        .toList();
        return paths.size() == 1 ? Optional.of(paths.get(0)) : Optional.empty();
    }

    /**
     * Takes the words of a block out of a document. Members that are not there, or are something
     * else than they should be, are "no value"; words of no register are 0.
     *
     * @param kind of the block
     * @param address its first address
     * @param count its words
     * @param document what the device answered
     * @return as many words
     */
    public int[] words(RegisterKind kind, int address, int count, Map<String, Object> document) {
        int[] words = new int[count];
        for (Entry entry : entries) {
            if (entry.within(kind, address, count) && entry.place.read().isPresent()) {
                Object value = entry.place.read().get().in(document);
                int[] own = JsonValue.words(entry.register, value);
                System.arraycopy(own, 0, words, entry.register.address() - address, own.length);
            }
        }
        return words;
    }

    /**
     * Finds out how words are written.
     *
     * @param address first address of a writable register
     * @param count its words
     * @return what to do; empty when no register has just these words
     */
    public Optional<Sending> sending(int address, int count) {
        return written(address, count)
                .map(
                        entry ->
                                new Sending(
                                        entry.place.written().orElseThrow().path(),
                                        entry.place.whole()));
    }

    private Optional<Entry> written(int address, int count) {
        return entries.stream()
                .filter(entry -> entry.place.written().isPresent())
                .filter(entry -> entry.within(RegisterKind.HOLDING, address, count))
                .filter(entry -> entry.register.type().words() == count)
                .findFirst();
    }

    /**
     * Makes the document that writes words.
     *
     * @param address first address of a writable register
     * @param words its words
     * @param before the document that is to be changed; empty where only the one member is sent
     * @return the document to send
     * @throws IllegalArgumentException if the words are no value of a writable register
     */
    public Map<String, Object> written(int address, int[] words, Map<String, Object> before) {
        Entry entry =
                written(address, words.length)
                        .orElseThrow(() -> new IllegalArgumentException("no register there"));
        Object value = JsonValue.of(entry.register, words);
        if (value == null) {
            throw new IllegalArgumentException(entry.register.name() + " has no such value");
        }
        Map<String, Object> after = new LinkedHashMap<>(before);
        entry.place.written().orElseThrow().put(after, value);
        return after;
    }

    /**
     * Makes the document of a simulated device.
     *
     * @param path what is asked for
     * @param words finds its values
     * @return the document; empty when it has none of that path
     */
    public Optional<Map<String, Object>> shown(String path, Words words) {
        Map<String, Object> document = new LinkedHashMap<>();
        boolean there = false;
        for (Entry entry : entries) {
            Optional<JsonPlace.Field> field = at(path, entry.place.read());
            if (field.isPresent()) {
                Optional<int[]> own = words.of(entry.register);
                there |= own.isPresent();
                own.map(it -> JsonValue.of(entry.register, it))
                        .ifPresent(value -> show(field.get(), document, value));
            }
        }
        return there ? Optional.of(document) : Optional.empty();
    }

    private static Optional<JsonPlace.Field> at(String path, Optional<JsonPlace.Field> field) {
        return field.filter(it -> it.path().equals(path));
    }

    private static void show(JsonPlace.Field field, Map<String, Object> document, Object value) {
        if (field.in(document) == null) {
            field.put(document, value); // where two show one member, the first does
        }
        if (!field.guard().isEmpty()) {
            document.putIfAbsent(field.guard(), field.guardValue());
        }
    }

    /**
     * Finds what a client writes to a simulated device.
     *
     * @param path where to
     * @param document what it sent
     * @return words by register, several where the same member has several: one of them that does
     *     not understand it then shows "no value"; none for a path that takes nothing of it
     */
    public Map<Register, int[]> taken(String path, Map<String, Object> document) {
        Map<Register, int[]> taken = new LinkedHashMap<>();
        Set<JsonPlace.Field> understood = new HashSet<>();
        for (Entry entry : entries) {
            Optional<JsonPlace.Field> field = at(path, entry.place.written());
            int[] words =
                    JsonValue.words(entry.register, field.map(it -> it.in(document)).orElse(null));
            if (field.isPresent() && field.get().in(document) != null) {
                taken.put(entry.register, words);
            }
            if (!Arrays.equals(words, JsonValue.missing(entry.register))) {
                field.ifPresent(understood::add);
            }
        }
        entries.stream()
                .filter(entry -> entry.place.written().filter(understood::contains).isEmpty())
                .forEach(entry -> taken.remove(entry.register));
        return taken;
    }

    /**
     * The registers that are read from a document.
     *
     * @param path of the document
     * @return in the order of the table
     */
    public List<Register> readFrom(String path) {
        return entries.stream()
                .filter(entry -> at(path, entry.place.read()).isPresent())
                .map(Entry::register)
                .toList();
    }
}
