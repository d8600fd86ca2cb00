package io.wattwire.cli.commission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ResponsePropertiesTest {

    private static final double FROM = 3000;
    private static final double TO = 1000;

    @Property(tries = 60)
    void findsTheLagThatMadeTheCourse(
            @ForAll @DoubleRange(min = 0, max = 4) double dead,
            @ForAll @DoubleRange(min = 0.4, max = 12) double lag,
            @ForAll @DoubleRange(min = -8, max = 8) double noise) {
        List<Response.Point> course = new ArrayList<>();
        for (double t = 0; t < dead + 6 * lag + 2; t += 0.2) {
            double exact = t <= dead ? FROM : TO + (FROM - TO) * Math.exp(-(t - dead) / lag);
            course.add(new Response.Point(t, exact + (course.size() % 2 == 0 ? noise : -noise)));
        }
        Response found = Response.fit(course, FROM, TO);
        assertEquals(lag, found.lagS(), 0.1 + lag * 0.05);
        assertEquals(dead, found.deadTimeS(), 0.25);
    }

    @Property(tries = 60)
    void neverArrivesSoonerThanARampDid(@ForAll @DoubleRange(min = 1, max = 30) double length) {
        List<Response.Point> course = new ArrayList<>();
        for (double t = 0; t < length + 2; t += 0.2) {
            double share = Math.min(1, t / length);
            course.add(new Response.Point(t, FROM + (TO - FROM) * share));
        }
        Response found = Response.fit(course, FROM, TO);
        assertTrue(
                found.arrivalS(FROM - TO) >= Response.arrival(course, TO) - 1e-6, found.toString());
    }
}
