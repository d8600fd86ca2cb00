package io.wattwire.limit.faults;

/** When the inverter is read besides a little before the meter: what a fault of the meter needs. */
enum Order {
    MUCH_BEFORE("0.5 s before", -0.5),
    TOGETHER("together with it", 0),
    A_LITTLE_AFTER("0.1 s after", 0.1),
    AFTER("0.3 s after", 0.3),
    LONG_AFTER("0.4 s after", 0.4);

    private final String title;
    private final double afterMeterS;

    Order(String title, double afterMeterS) {
        this.title = title;
        this.afterMeterS = afterMeterS;
    }

    String title() {
        return title;
    }

    Polls polls(double phaseS) {
        return Polls.eachSecond(phaseS + 1).inverterAfterMeter(afterMeterS);
    }
}
