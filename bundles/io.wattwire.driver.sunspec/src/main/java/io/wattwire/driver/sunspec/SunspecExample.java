package io.wattwire.driver.sunspec;

import io.wattwire.device.model.BlockPlace;
import io.wattwire.device.model.Layout.Example;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A device as a simulation shows it: chain, nameplate, scales. */
final class SunspecExample {

    private static final int COMMON = 1;
    private static final int COMMON_LENGTH = 65;
    private static final int METER = 203;
    private static final int METER_LENGTH = 105;
    private static final int RATED_W = 10_000;

    private final List<BlockPlace> places = new ArrayList<>();
    private final Map<Integer, Integer> words = new HashMap<>();
    private int at;

    private SunspecExample(int base) {
        at = base;
        put(SunspecChain.MARK);
    }

    /** A device of one of the family's models. */
    static Example of(String model) {
        return switch (model) {
            case "solaredge" -> solarEdge();
            case "solaredge-der" -> solarEdgeDer();
            case "fronius" -> fronius(2).end();
            case "fronius-hybrid" -> froniusHybrid();
            case "der" -> der("Wattwire").end();
            case "meter" ->
                    new SunspecExample(40_000).common("Fronius", "Smart Meter").meter().end();
            default -> inverter();
        };
    }

    private static Example inverter() {
        return new SunspecExample(0)
                .common("Wattwire", "simulated inverter")
                .model(113, 60)
                .nameplate()
                .immediate()
                .common("Wattwire", "simulated meter")
                .model(213, 124)
                .end();
    }

    private static Example solarEdge() {
        return new SunspecExample(40_000)
                .common("SolarEdge ", "SE10K")
                .integers()
                .strings(2)
                .nameplate()
                .immediate()
                .common("WattNode", "WNC-3D-400-MB")
                .meter()
                .common("WattNode", "WNC-3D-400-MB")
                .meter()
                .end();
    }

    private static Example solarEdgeDer() {
        return der("SolarEdge").common("WattNode", "WNC-3D-400-MB").meter().end();
    }

    private static SunspecExample fronius(int inputs) {
        return new SunspecExample(40_000)
                .common("Fronius", "Symo 10.0-3-M")
                .integers()
                .nameplate()
                .settings()
                .model(122, 44)
                .immediate()
                .strings(inputs);
    }

    private static Example froniusHybrid() {
        SunspecExample device = fronius(4);
        device.text(10 + 2 * 20 + 1, 8, "StCha 3").text(10 + 3 * 20 + 1, 8, "StDisCha 4");
        return device.model(124, 24).sf(-2, 21, 22, 25).end();
    }

    private static SunspecExample der(String maker) {
        return new SunspecExample(40_000)
                .common(maker, "simulated DER")
                .model(701, 153)
                .sf(-1, 114)
                .sf(-2, 113, 115)
                .model(702, 50)
                .word(2, RATED_W)
                .word(26, RATED_W)
                .model(703, 17)
                .model(704, 65)
                .word(14, 0)
                .word(15, 1000)
                .word(16, 1000)
                .sf(-1, 54)
                .model(705, 13)
                .model(706, 13)
                .model(707, 7)
                .model(708, 7)
                .model(709, 7)
                .model(710, 7)
                .model(711, 12)
                .model(712, 12)
                .model(713, 7)
                .sf(-1, 8)
                .model(714, 18 + 4 * 25)
                .word(4, 4)
                .model(802, 62);
    }

    private SunspecExample common(String maker, String product) {
        return model(COMMON, COMMON_LENGTH)
                .text(2, 16, maker)
                .text(18, 16, product)
                .text(42, 8, "1.0")
                .text(50, 16, "SIM00001");
    }

    private SunspecExample integers() {
        return model(103, 50)
                .sf(-2, 6, 17, 28)
                .sf(-1, 13, 30, 37)
                .sf(0, 15, 19, 21, 26, 32)
                .sf(-2, 23);
    }

    private SunspecExample nameplate() {
        return model(120, 26)
                .word(2, 4)
                .word(3, RATED_W / 10)
                .sf(1, 4, 6, 11)
                .sf(-2, 13)
                .sf(-3, 18);
    }

    private SunspecExample settings() {
        return model(121, 30).word(2, RATED_W / 10).sf(1, 22);
    }

    private SunspecExample immediate() {
        return model(123, 24).word(5, 10_000).word(7, 0).word(9, 0).sf(-2, 23).sf(-3, 24).sf(0, 25);
    }

    private SunspecExample strings(int inputs) {
        return model(160, 8 + 20 * inputs).sf(-2, 2).sf(-1, 3).sf(0, 4, 5).word(8, inputs);
    }

    private SunspecExample meter() {
        return model(METER, METER_LENGTH)
                .sf(-1, 6, 15)
                .sf(-2, 17, 37)
                .sf(0, 22, 27, 32, 54, 71, 104);
    }

    private SunspecExample model(int id, int length) {
        places.add(new BlockPlace(id, at, SunspecChain.HEADER + length));
        words.put(at, id);
        words.put(at + 1, length);
        at += SunspecChain.HEADER + length;
        return this;
    }

    /** Scales at offsets of the last model. */
    private SunspecExample sf(int power, int... offsets) {
        for (int offset : offsets) {
            word(offset, power & 0xFFFF);
        }
        return this;
    }

    private SunspecExample word(int offset, int value) {
        words.put(places.get(places.size() - 1).address() + offset, value);
        return this;
    }

    private SunspecExample text(int offset, int length, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < length; i++) {
            word(offset + i, letter(bytes, 2 * i) << 8 | letter(bytes, 2 * i + 1));
        }
        return this;
    }

    private static int letter(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : 0;
    }

    private void put(int... values) {
        for (int value : values) {
            words.put(at++, value);
        }
    }

    private Example end() {
        put(SunspecChain.END, 0);
        return new Example(places, words);
    }
}
