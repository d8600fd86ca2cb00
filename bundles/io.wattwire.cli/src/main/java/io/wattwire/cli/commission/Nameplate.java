package io.wattwire.cli.commission;

/**
 * What the inverter is and can do; a number that is not known is NaN.
 *
 * @param device for people: family, model, unit
 * @param meter for people, the meter likewise
 * @param ratedW rated AC power, W
 * @param minimumW lowest limit above zero that it obeys, W
 * @param stepW width of one step of its limit, W
 * @param failSafeClass A, B or C, as its driver's tables say
 * @param failSafeNote the class in words
 */
public record Nameplate(
        String device,
        String meter,
        double ratedW,
        double minimumW,
        double stepW,
        String failSafeClass,
        String failSafeNote) {

    double stepOrWatt() {
        return stepW > 0 ? stepW : 1;
    }

    double minimumOrZero() {
        return minimumW > 0 ? minimumW : 0;
    }
}
