package org.eclipse.kura.message;

import java.util.Date;

/** A place on earth. Each getter gives null until its value is set. Not thread-safe. */
public class KuraPosition {
    private Double longitude;
    private Double latitude;
    private Double altitude;
    private Double precision;
    private Double heading;
    private Double speed;
    private Date timestamp;
    private Integer satellites;
    private Integer status;

    /** A place of which nothing is known. */
    public KuraPosition() {}

    /** {@return the longitude in degrees, east positive, or null} */
    public Double getLongitude() {
        return longitude;
    }

    /**
     * Sets the longitude in degrees, east positive.
     *
     * @param longitude the value
     */
    public void setLongitude(double longitude) {
        this.longitude = longitude;
    }

    /** {@return the latitude in degrees, north positive, or null} */
    public Double getLatitude() {
        return latitude;
    }

    /**
     * Sets the latitude in degrees, north positive.
     *
     * @param latitude the value
     */
    public void setLatitude(double latitude) {
        this.latitude = latitude;
    }

    /** {@return the height above sea level in m, or null} */
    public Double getAltitude() {
        return altitude;
    }

    /**
     * Sets the height above sea level in m.
     *
     * @param altitude the value
     */
    public void setAltitude(double altitude) {
        this.altitude = altitude;
    }

    /** {@return the dilution of precision, without unit, or null} */
    public Double getPrecision() {
        return precision;
    }

    /**
     * Sets the dilution of precision, without unit.
     *
     * @param precision the value
     */
    public void setPrecision(double precision) {
        this.precision = precision;
    }

    /** {@return the direction of travel in degrees from north, or null} */
    public Double getHeading() {
        return heading;
    }

    /**
     * Sets the direction of travel in degrees from north.
     *
     * @param heading the value
     */
    public void setHeading(double heading) {
        this.heading = heading;
    }

    /** {@return the speed in m/s, or null} */
    public Double getSpeed() {
        return speed;
    }

    /**
     * Sets the speed in m/s.
     *
     * @param speed the value
     */
    public void setSpeed(double speed) {
        this.speed = speed;
    }

    /** {@return when the place was taken, or null} */
    public Date getTimestamp() {
        return timestamp;
    }

    /**
     * Sets when the place was taken, not copied.
     *
     * @param timestamp the value
     */
    public void setTimestamp(Date timestamp) {
        this.timestamp = timestamp;
    }

    /** {@return the number of satellites in use, or null} */
    public Integer getSatellites() {
        return satellites;
    }

    /**
     * Sets the number of satellites in use.
     *
     * @param satellites the value
     */
    public void setSatellites(int satellites) {
        this.satellites = satellites;
    }

    /** {@return the state of the receiver, as its maker defines it, or null} */
    public Integer getStatus() {
        return status;
    }

    /**
     * Sets the state of the receiver, as its maker defines it.
     *
     * @param status the value
     */
    public void setStatus(int status) {
        this.status = status;
    }
}
