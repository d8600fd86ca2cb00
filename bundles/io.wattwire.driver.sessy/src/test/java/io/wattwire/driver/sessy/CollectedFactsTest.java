package io.wattwire.driver.sessy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.device.model.Encoding;
import io.wattwire.device.model.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No row that was collected before the driver was written got lost on the way. */
class CollectedFactsTest {

    private static final Path FACTS = Path.of("src/test/resources/facts.csv");
    private static final Path PAGE = Path.of("../../docs/devices/sessy.md");
    private static final List<Register> TABLE = new SessyDriver().family().table().registers();

    @Test
    void noMemberOfTheFactsIsLost() throws IOException {
        assertEquals(List.of(), lost(Files.readAllLines(FACTS)));
    }

    @Test
    void aLostMemberWouldBeNoticed() throws IOException {
        assertEquals(
                2,
                lost(List.of(
                                "1,a,GET,/api/v1/power/status,sessy.nothing,INT,1",
                                "2,b,GET,/api/v1/power/status,sessy.power,INT,10"))
                        .size());
    }

    @Test
    void theListIsWhole() throws IOException {
        assertEquals(96, Files.readAllLines(FACTS).size());
    }

    private static List<String> lost(List<String> facts) throws IOException {
        String page = Files.readString(PAGE);
        String leftOut = page.substring(page.indexOf("## Left out"));
        List<String> lost = new ArrayList<>();
        for (String line : facts) {
            String[] cells = line.split(",", -1);
            boolean told =
                    line.startsWith("#")
                            || line.startsWith("line,")
                            || TABLE.stream().anyMatch(register -> tells(register, cells));
            if (!told && !leftOut.contains("`" + cells[1] + "`")) {
                lost.add(line);
            }
        }
        return lost;
    }

    /** A settings row is read and written by EDIT; a note of the facts divides the revision. */
    private static boolean tells(Register register, String[] cells) {
        boolean there = false;
        for (String part : register.place().split("; ")) {
            String[] words = part.split(" ");
            there |=
                    (words[0].equals(cells[2]) || words[0].equals("EDIT"))
                            && words[1].equals(cells[3])
                            && words[2].equals(cells[4]);
        }
        double scale = cells[1].equals("info_sessy_revision") ? 0.01 : Double.parseDouble(cells[6]);
        return there && register.scale() == scale && fits(register.type().encoding(), cells[5]);
    }

    private static boolean fits(Encoding encoding, String type) {
        return switch (type) {
            case "INT" -> encoding == Encoding.S32;
            case "FLOAT" -> encoding == Encoding.F64;
            case "BOOL" -> encoding == Encoding.ENUM;
            case "STR" -> encoding == Encoding.STRING;
            default -> encoding == Encoding.ENUM || encoding == Encoding.STRING;
        };
    }
}
