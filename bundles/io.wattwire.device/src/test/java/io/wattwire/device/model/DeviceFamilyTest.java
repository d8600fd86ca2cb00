package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceFamilyTest {
    private static final String REGISTERS =
            """
            name,kind,address,type,unit,access,role,min,max,models
            rated,input,0,U32,W,,,,,
            percent,holding,3,U16,%,RW,owner,0,100,m1
            """;
    private static final String POINTS =
            "name,value,write,models\ninverter_power_limit,percent * rated / 100,code,m1\n";

    private static FamilyBuilder family(String registers, String points) {
        try {
            return DeviceFamily.of("f", Registers.table(registers, points));
        } catch (TableException e) {
            throw new AssertionError(e);
        }
    }

    private static FamilyBuilder family() {
        return family(REGISTERS, POINTS).model("m1", "One").model("m2", "Two");
    }

    private static void assertMistake(FamilyBuilder builder, String problem) {
        Exception mistake = assertThrows(IllegalStateException.class, builder::build);
        assertTrue(mistake.getMessage().startsWith("family f: "), mistake.getMessage());
        assertTrue(mistake.getMessage().contains(problem), mistake.getMessage());
    }

    @Test
    void tellsAllThatWasSaid() {
        LinkDefaults link = LinkDefaults.standard();
        DeviceFamily family =
                family().title("F").link(link).control(new Limit()).sleepsAtNight().build();
        assertEquals("f", family.name());
        assertEquals("F", family.title());
        assertEquals(List.of(new Model("m1", "One"), new Model("m2", "Two")), family.models());
        assertEquals(2, family.table().registers().size());
        assertEquals(1, family.controls().size());
        assertEquals(link, family.link());
        assertEquals(BlockRules.standard(), family.rules());
        assertTrue(family.identification().isEmpty());
        assertTrue(family.sleepsAtNight());
        assertFalse(family.meter());
    }

    @Test
    void tellsWhereItsDevicesAnswerZero() {
        Range zeros = new Range(RegisterKind.HOLDING, 0, 730);
        String registers = "name,kind,address,type\nr,input,0,U16\n";
        assertEquals(List.of(zeros), family(registers, "").zeros(zeros).build().zeros());
        assertEquals(List.of(), family(registers, "").build().zeros());
    }

    @Test
    void aFamilyOfOneIsItsOwnModel() {
        DeviceFamily family = family("name,kind,address,type\nr,input,0,U16\n", "").build();
        assertEquals(List.of(new Model("f", "f")), family.models());
    }

    @Test
    void tablesAreReadBesideTheClass() {
        DeviceFamily family = DeviceFamily.of("beside", DeviceFamilyTest.class).build();
        assertEquals("voltage", family.table().registers().get(0).name());
        Exception missing =
                assertThrows(IllegalStateException.class, () -> DeviceFamily.of("f", String.class));
        assertTrue(
                missing.getMessage()
                        .startsWith("no registers.csv beside java.lang.String; put it"));
    }

    @Test
    void refusesModelsThatAreNotItsOwn() {
        assertMistake(family(REGISTERS, POINTS).model("m2", "Two"), "name models [m1]");
        assertMistake(family().model("m1", "One again"), "two models have the same name");
    }

    @Test
    void aPointWrittenByCodeNeedsItsControl() {
        assertMistake(
                family(),
                "point inverter_power_limit of model m1 is written by code and has 0 controls");
        assertMistake(
                family().control(new Limit()).control(new Limit()), "has 2 controls; give it one");
    }

    @Test
    void aControlNeedsItsPointAndRegisters() {
        assertMistake(
                family(REGISTERS, "").model("m1", "One").control(new Limit()),
                "points.csv has no such point with write code");
        assertMistake(
                family().control(
                                new Limit() {
                                    @Override
                                    public Set<String> saved() {
                                        return Set.of("memory");
                                    }
                                }),
                "control of inverter_power_limit of model m1 needs register memory");
    }

    @Test
    void identificationNeedsItsRegisters() {
        assertMistake(
                family().control(new Limit())
                        .identification(
                                new Identification() {
                                    @Override
                                    public List<String> registers() {
                                        return List.of("serial");
                                    }

                                    @Override
                                    public Identity identify(Values values) {
                                        return Identity.unknown();
                                    }
                                }),
                "identification needs register serial");
    }

    @Test
    void onlyMetersHaveRoles() {
        assertMistake(
                family().control(new Limit()).meter(),
                "points have roles exactly when the family is a meter");
        assertMistake(
                family(REGISTERS, "name,role,value\ngrid_power,grid,rated\n").model("m1", "One"),
                "points have roles exactly when the family is a meter");
    }

    @Test
    void noRegisterLiesAcrossABorderOrExceedsABlock() {
        BlockRules border = new BlockRules(125, 2000, Set.of(1), List.of(), false);
        assertMistake(
                family().control(new Limit()).rules(border), "register rated lies across a border");
        BlockRules tiny = new BlockRules(1, 2000, Set.of(), List.of(), false);
        assertMistake(
                family().control(new Limit()).rules(tiny), "register rated is longer than a block");
    }

    @Test
    void everyServiceOfTheTableIsDeclaredOnce() {
        String registers = "name,service,kind,address,type\nr,,input,0,U16\ng,grid,input,0,U32\n";
        assertMistake(family(registers, ""), "the table names services [grid]; declare them");
        Service grid = Service.unit("grid", "Grid meter", 30);
        assertMistake(
                family(registers, "").service(grid).service(grid),
                "two services have the same name");
        DeviceFamily family =
                family(registers, "")
                        .service(grid)
                        .writesMultiple()
                        .joinsWrites()
                        .battery()
                        .build();
        assertEquals(List.of(grid), family.services());
        assertEquals(Optional.of(grid), family.service("grid"));
        assertTrue(family.service("").isEmpty());
        assertTrue(family.writesMultiple() && family.joinsWrites() && family.battery());
    }

    @Test
    void registersOfServicesOnOneUnitIdDoNotOverlap() {
        String registers = "name,service,kind,address,type\na,,input,0,U32\nb,grid,input,1,U16\n";
        assertMistake(
                family(registers, "").service(Service.sameUnit("grid", "Grid meter")),
                "registers a and b share a part of their words on one unit id");
        family(registers, "").service(Service.unset("grid", "Grid meter")).build();
        family(registers, "").service(Service.unit("grid", "Grid meter", 3)).build();
    }

    /** Limits in percent of the rated power. */
    private static class Limit implements PointControl {
        @Override
        public String point() {
            return "inverter_power_limit";
        }

        @Override
        public FailSafeClass failSafeClass() {
            return FailSafeClass.C;
        }

        @Override
        public String failSafeNote() {
            return "the last limit stays";
        }

        @Override
        public Set<String> models() {
            return Set.of("m1");
        }

        @Override
        public Set<String> inputs() {
            return Set.of("rated");
        }

        @Override
        public OptionalDouble step(Values known) {
            return OptionalDouble.empty();
        }

        @Override
        public OptionalDouble minimum(Values known) {
            return OptionalDouble.empty();
        }

        @Override
        public OptionalDouble maximum(Values known) {
            return known.number("rated");
        }

        @Override
        public List<RegisterWrite> commands(double wanted, Values known) {
            return List.of(new RegisterWrite("percent", wanted, false));
        }

        @Override
        public OptionalDouble readBack(Values known) {
            return OptionalDouble.empty();
        }

        @Override
        public Set<String> readBackRegisters() {
            return Set.of("percent");
        }

        @Override
        public Set<String> saved() {
            return Set.of("percent");
        }
    }
}
