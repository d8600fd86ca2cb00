package io.wattwire.cli.commission;

/**
 * What happens when the house suddenly takes less: the export is over the bound for dead time + lag
 * x ln(drop / 70 W) + 1.2 s, with readings once a second. The last term is the reading and the
 * write; the formula was found in closed-loop trials of the limit's law.
 *
 * @param response of the inverter
 */
record LoadDrop(Response response) {

    /** EREC G100 counts an excursion that lasts as long, seconds. */
    static final double RULE_S = 15;

    private static final double READING_AND_WRITE_S = 1.2;

    /** {@return how long the export is over the bound, seconds} */
    double excursionS(double dropW) {
        return response.arrivalS(dropW) + READING_AND_WRITE_S;
    }

    /** {@return the largest drop that is back within 15 s, W; 0 when none is} */
    double largestW() {
        double left = RULE_S - READING_AND_WRITE_S - response.deadTimeS();
        return left <= 0 ? 0 : Response.ARRIVED_W * Math.exp(left / response.lagS());
    }
}
