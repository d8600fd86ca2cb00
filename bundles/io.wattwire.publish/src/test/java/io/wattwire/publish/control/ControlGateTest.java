package io.wattwire.publish.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.TableException;
import io.wattwire.publish.control.ControlResult.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelStatus;
import org.junit.jupiter.api.Test;

class ControlGateTest {

    private static final String REGISTERS =
            """
            name,kind,address,type,scale,unit,access,min,max,step,role,labels
            charge_power,holding,1,U16,10,W,RW,0,5000,10,owner,
            mode,holding,2,ENUM,,,RW,,,,owner,0=eco|1=export
            enabled,holding,3,BOOL,,,RW,,,,owner,
            grid_code,holding,4,U16,,,RW,0,9,1,installer,
            reset,holding,5,U16,,,RW,0,9,1,,
            free,holding,6,S16,0.1,A,RW,-50,50,,owner,
            power,holding,7,U16,,W,R,,,,,
            """;

    private static final String POINTS =
            """
            name,value,unit,write
            battery_power_setpoint,charge_power,W,charge_power
            """;

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> written = new ArrayList<>();
    private final Set<String> commanded = new HashSet<>();
    private String refusal = "";

    private final class House extends FakePlant {

        House() {
            super("asset", REGISTERS, POINTS);
        }

        @Override
        protected ChannelStatus take(String entry) {
            written.add(entry);
            return refusal.isEmpty()
                    ? TAKEN
                    : new ChannelStatus(ChannelFlag.FAILURE, refusal, null);
        }

        @Override
        public Optional<String> commander(String holder, String channel) {
            return commanded.contains(holder + "/" + channel)
                    ? Optional.of("limit")
                    : Optional.empty();
        }
    }

    private ControlGate gate(String points, int perMinute) throws TableException {
        List<String> problems = new ArrayList<>();
        ControlRules rules = ControlRules.parse(points, perMinute, problems::add);
        assertEquals(List.of(), problems);
        return new ControlGate("test", rules, new House(), nanos::get);
    }

    private static ControlResult say(ControlGate gate, String point, String value) {
        return gate.command(new ControlRequest(point, value, "test", false));
    }

    private void refused(ControlGate gate, String point, String value, String because)
            throws Exception {
        int before = written.size();
        ControlResult result = say(gate, point, value);
        assertFalse(result.done(), point + " = " + value);
        assertTrue(result.reason().contains(because), result.reason());
        assertEquals(before, written.size(), "nothing is written");
    }

    @Test
    void whatIsListedAndFitsIsWritten() throws Exception {
        ControlGate gate = gate("asset/charge_power;asset/mode\nasset/enabled; asset/free", 60);
        assertTrue(say(gate, "asset/charge_power", "1500").done());
        assertTrue(say(gate, "asset/mode", "export").done());
        assertTrue(say(gate, "asset/enabled", "ON").done());
        assertTrue(say(gate, "asset/free", "-12.3").done());
        assertEquals(
                List.of("charge_power=1500.0", "mode=export", "enabled=true", "free=-12.3"),
                written);
    }

    @Test
    void whatIsNotListedIsNotWrittenWhateverItIs() throws Exception {
        ControlGate gate = gate("asset/charge_power", 60);
        for (String point : List.of("asset/mode", "", "/", "asset", "x/y", "asset/charge_power/")) {
            refused(gate, point, "1", "not commanded from outside");
        }
    }

    @Test
    void onlyTheOwnersRegistersAreCommandedEvenWhenListed() throws Exception {
        ControlGate gate =
                gate("asset/grid_code;asset/reset;asset/power;asset/none;other/charge_power", 60);
        refused(gate, "asset/grid_code", "1", "is for installers");
        refused(gate, "asset/reset", "1", "never written");
        refused(gate, "asset/power", "1", "channel for reading");
        refused(gate, "asset/none", "1", "no such channel");
        refused(gate, "other/charge_power", "1", "there is no asset other");
    }

    @Test
    void valuesOutsideTheRangeOfTableOrOwnerAreRefused() throws Exception {
        ControlGate gate =
                gate("asset/charge_power = 100..2000; asset/mode; asset/enabled; asset/free", 60);
        refused(gate, "asset/charge_power", "2010", "100 to 2000");
        refused(gate, "asset/charge_power", "0", "100 to 2000");
        refused(gate, "asset/charge_power", "105", "between two steps");
        refused(gate, "asset/free", "50.1", "-50 to 50 A");
        refused(gate, "asset/mode", "boost", "eco, export");
        refused(gate, "asset/enabled", "maybe", "true or false");
        for (String value : List.of("", " ", "NaN", "Infinity", "1e3", "0x10", "12 W", "１２")) {
            ControlResult result = say(gate, "asset/charge_power", value);
            assertFalse(result.done(), value);
        }
        refused(gate, "asset/charge_power", "1".repeat(65), "printable");
        refused(gate, "asset/mode", "eco\nexport", "printable");
        assertEquals(List.of(), written);
    }

    @Test
    void retainedCommandsAreIgnored() throws Exception {
        ControlGate gate = gate("asset/charge_power", 60);
        ControlResult result =
                gate.command(new ControlRequest("asset/charge_power", "1500", "test", true));
        assertTrue(result.reason().contains("retained"), result.reason());
        assertEquals(List.of(), written);
    }

    @Test
    void aPointTakesSoManyCommandsPerMinuteAndThenAgain() throws Exception {
        ControlGate gate = gate("asset/charge_power;asset/mode", 3);
        for (int i = 0; i < 3; i++) {
            assertTrue(say(gate, "asset/charge_power", "100").done());
        }
        refused(gate, "asset/charge_power", "200", "3 commands per minute");
        assertTrue(say(gate, "asset/mode", "eco").done(), "each point has its own");
        nanos.addAndGet(20_000_000_000L);
        assertTrue(say(gate, "asset/charge_power", "300").done());
        refused(gate, "asset/charge_power", "400", "3 commands per minute");
    }

    @Test
    void theDriversOwnRefusalIsTheAnswer() throws Exception {
        refusal = "writing to this device is off; set write.enabled";
        ControlResult result = say(gate("asset/charge_power", 60), "asset/charge_power", "100");
        assertEquals("asset/charge_power: " + refusal, result.reason());
    }

    @Test
    void whatALimitOfThisGatewayCommandsIsLeftToItUnderAnyName() throws Exception {
        ControlGate gate = gate("asset/charge_power; asset/mode", 60);
        for (String point :
                List.of(
                        "asset/charge_power",
                        "driver/charge_power",
                        "asset/battery_power_setpoint",
                        "driver/battery_power_setpoint")) {
            commanded.add(point);
            refused(gate, "asset/charge_power", "100", "commanded by limit on this gateway");
            assertEquals(Kind.COMMANDED, say(gate, "asset/charge_power", "100").kind());
            commanded.clear();
        }
        commanded.add("driver/inverter_power_limit");
        commanded.add("other/mode");
        assertTrue(say(gate, "asset/mode", "eco").done(), "only that point");
        assertTrue(say(gate, "asset/charge_power", "100").done());
    }

    @Test
    void aRefusalTellsOfWhatKindItIs() throws Exception {
        ControlGate gate = gate("asset/charge_power", 1);
        assertEquals(Kind.UNLISTED, say(gate, "asset/mode", "eco").kind());
        assertEquals(Kind.REFUSED, say(gate, "asset/charge_power", "9999").kind());
        assertEquals(Kind.TOO_MANY, say(gate, "asset/charge_power", "100").kind());
    }

    @Test
    void aListSaysWhatIsWrongWithIt() {
        List<String> problems = new ArrayList<>();
        ControlRules.parse("charge_power; asset/*; asset/x = 5..1; a/b = 1", 1, problems::add);
        assertEquals(4, problems.size(), problems.toString());
    }

    @Test
    void aCredentialIsTheSameTextOrNot() {
        Credential credential = new Credential("s3cret".toCharArray());
        assertTrue(credential.matches("s3cret".toCharArray()));
        assertFalse(credential.matches("s3cre".toCharArray()));
        assertFalse(credential.matches(null));
        assertFalse(credential.toString().contains("s3cret"));
    }
}
