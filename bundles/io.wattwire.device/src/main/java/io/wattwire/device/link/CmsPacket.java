package io.wattwire.device.link;

import io.wattwire.device.frame.CmsFrame;
import io.wattwire.device.model.RegisterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A packet of a CMS line, taken apart for people to read. Immutable. */
public final class CmsPacket {

    /**
     * A part of a packet.
     *
     * @param name what it is: sync, source, destination, command, length, payload or checksum
     * @param from index of its first byte
     * @param to index behind its last byte
     */
    public record Field(String name, int from, int to) {}

    private static final Map<Integer, String> NAMES =
            Map.of(
                    CmsFrame.DISCOVER, "discover",
                    CmsFrame.REGISTER, "register",
                    CmsFrame.RESET, "reset",
                    CmsFrame.STATUS_LAYOUT, "status layout",
                    CmsFrame.PARAMETER_LAYOUT, "parameter layout",
                    CmsFrame.STATUS, "status",
                    CmsFrame.VERSION, "version",
                    CmsFrame.PARAMETERS, "parameters");

    private final byte[] bytes;

    private CmsPacket(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes bytes of a trace apart.
     *
     * @param bytes as they were on the line
     * @return empty if their length is not that of a packet
     */
    public static Optional<CmsPacket> of(byte[] bytes) {
        boolean whole =
                bytes.length >= CmsFrame.LEAST
                        && bytes.length == CmsFrame.LEAST + (bytes[CmsFrame.HEADER - 1] & 0xFF);
        return whole ? Optional.of(new CmsPacket(bytes.clone())) : Optional.empty();
    }

    /**
     * The parts of the packet.
     *
     * @return all of them, in order; without payload where there is none
     */
    public List<Field> fields() {
        int end = bytes.length - 2;
        Field checksum = new Field("checksum", end, bytes.length);
        List<Field> header =
                List.of(
                        new Field("sync", 0, 2),
                        new Field("source", 2, 4),
                        new Field("destination", 4, 6),
                        new Field("command", 6, 8),
                        new Field("length", 8, CmsFrame.HEADER));
        List<Field> all = new ArrayList<>(header);
        if (end > CmsFrame.HEADER) {
            all.add(new Field("payload", CmsFrame.HEADER, end));
        }
        all.add(checksum);
        return all;
    }

    /**
     * What the packet is about.
     *
     * @return for example {@code status}; the number in hex for what has no name
     */
    public String name() {
        int command = CmsFrame.command(bytes) & ~CmsFrame.ANSWER;
        return NAMES.getOrDefault(command, String.format(Locale.ROOT, "command %04X", command));
    }

    /**
     * Whether it is an answer.
     *
     * @return false for a request
     */
    public boolean answer() {
        return (CmsFrame.command(bytes) & CmsFrame.ANSWER) != 0;
    }

    /**
     * Address of the inverter that asked or was asked.
     *
     * @return 0 for one that has none, and for all
     */
    public int inverter() {
        return answer() ? CmsFrame.source(bytes) : CmsFrame.destination(bytes);
    }

    /**
     * What the packet carries.
     *
     * @return a copy
     */
    public byte[] payload() {
        return CmsFrame.payload(bytes);
    }

    /**
     * By which layout the values in an answer are told apart.
     *
     * @return name of the packet that has the layout; empty where there are no values
     */
    public Optional<String> layout() {
        switch (answer() ? CmsFrame.command(bytes) & ~CmsFrame.ANSWER : CmsFrame.RESET) {
            case CmsFrame.STATUS:
                return Optional.of(NAMES.get(CmsFrame.STATUS_LAYOUT));
            case CmsFrame.PARAMETERS:
                return Optional.of(NAMES.get(CmsFrame.PARAMETER_LAYOUT));
            default:
                return Optional.empty();
        }
    }

    /**
     * The kind of register that stands for the values of the packet.
     *
     * @return holding for parameters, else input
     */
    public RegisterKind kind() {
        return name().startsWith("parameter") ? RegisterKind.HOLDING : RegisterKind.INPUT;
    }

    /**
     * First register that stands for the words.
     *
     * @return address
     */
    public int base() {
        return name().equals(NAMES.get(CmsFrame.VERSION)) ? CmsWords.VERSION : 0;
    }

    /**
     * The values of an answer as the words of registers.
     *
     * @param layout payload of the answer with the layout; not looked at for a version
     * @return the words from {@link #base} on; empty where the layout does not fit, or there are
     *     none
     */
    public int[] words(byte[] layout) {
        byte[] values = payload();
        if (base() > 0 && answer() && values.length == CmsFrame.VERSION_RECORD) {
            return CmsVersion.words(values);
        }
        if (layout().isEmpty() || values.length != 2 * layout.length) {
            return new int[0];
        }
        return kind() == RegisterKind.INPUT
                ? CmsWords.status(layout, values)
                : CmsWords.parameters(layout, values);
    }
}
