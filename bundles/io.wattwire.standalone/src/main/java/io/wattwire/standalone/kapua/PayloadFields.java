package io.wattwire.standalone.kapua;

/** Field numbers and metric types of Kura's {@code kurapayload.proto}. */
final class PayloadFields {
    static final int TIMESTAMP = 1;
    static final int POSITION = 2;
    static final int METRIC = 5000;
    static final int BODY = 5001;

    static final int METRIC_NAME = 1;
    static final int METRIC_TYPE = 2;

    /** The value of a metric of type {@code n} is in field {@code METRIC_VALUE + n}. */
    static final int METRIC_VALUE = 3;

    static final int DOUBLE = 0;
    static final int FLOAT = 1;
    static final int INT64 = 2;
    static final int INT32 = 3;
    static final int BOOL = 4;
    static final int STRING = 5;
    static final int BYTES = 6;

    static final int LATITUDE = 1;
    static final int LONGITUDE = 2;
    static final int ALTITUDE = 3;
    static final int PRECISION = 4;
    static final int HEADING = 5;
    static final int SPEED = 6;
    static final int POSITION_TIME = 7;
    static final int SATELLITES = 8;
    static final int STATUS = 9;

    private PayloadFields() {}
}
