package io.wattwire.bench.days;

/** A law for the limit of one inverter. */
interface Law {

    /** What a law is asked at each reading. {@return the limit to be in force from now on, W} */
    double limitW(Seen seen);
}
