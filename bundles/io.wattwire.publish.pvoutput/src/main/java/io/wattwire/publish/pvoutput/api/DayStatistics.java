package io.wattwire.publish.pvoutput.api;

/**
 * What PVOutput's getstatus tells about a span of a day. What it does not tell is NaN or empty.
 *
 * @param generatedWh energy generated
 * @param generationW power generated
 * @param peakW highest power generated
 * @param peakTime when, hh:mm
 * @param consumedWh energy consumed
 * @param consumptionW power consumed
 * @param standbyW lowest power consumed
 * @param standbyTime when, hh:mm
 * @param lowestC lowest temperature
 * @param highestC highest temperature
 * @param meanC mean temperature
 */
public record DayStatistics(
        double generatedWh,
        double generationW,
        double peakW,
        String peakTime,
        double consumedWh,
        double consumptionW,
        double standbyW,
        String standbyTime,
        double lowestC,
        double highestC,
        double meanC) {

    private static final int GROUPS = 3;
    private static final String NO_POWER = "NaN,NaN,NaN,";
    private static final String NO_TEMPERATURE = "NaN,NaN,NaN";

    /**
     * Reads an answer.
     *
     * @param body as it came
     * @return the figures
     * @throws IllegalArgumentException if it has other columns
     */
    public static DayStatistics parse(String body) {
        String[] groups = body.strip().split(";", -1);
        if (groups.length > GROUPS) {
            throw new IllegalArgumentException(groups.length + " groups where 3 were expected");
        }
        String[] made = columns(groups[0], 4);
        String[] used = columns(groups.length > 1 ? groups[1] : NO_POWER, 4);
        String[] warm = columns(groups.length > 2 ? groups[2] : NO_TEMPERATURE, GROUPS);
        return new DayStatistics(
                StatusRow.number(made[0]),
                StatusRow.number(made[1]),
                StatusRow.number(made[2]),
                time(made[3]),
                StatusRow.number(used[0]),
                StatusRow.number(used[1]),
                StatusRow.number(used[2]),
                time(used[3]),
                StatusRow.number(warm[0]),
                StatusRow.number(warm[1]),
                StatusRow.number(warm[2]));
    }

    private static String[] columns(String group, int expected) {
        String[] columns = group.split(",", -1);
        if (columns.length != expected) {
            throw new IllegalArgumentException(
                    columns.length + " columns where " + expected + " were expected");
        }
        return columns;
    }

    private static String time(String text) {
        if (!text.matches("(\\d\\d:\\d\\d)?")) {
            throw new IllegalArgumentException("a column is no time");
        }
        return text;
    }
}
