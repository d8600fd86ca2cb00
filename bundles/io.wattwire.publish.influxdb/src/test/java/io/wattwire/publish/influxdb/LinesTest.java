package io.wattwire.publish.influxdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.publish.Sample;
import io.wattwire.publish.line.Line;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    private final List<String> problems = new ArrayList<>();

    private List<String> lines(String tags, Sample... samples) {
        List<Line> lines =
                new Lines("wattwire", Tags.parse(tags, problems::add)).of(List.of(samples));
        assertEquals(List.of(), problems);
        return lines.stream().map(Line::text).toList();
    }

    private static Sample sample(String channel, Object value, long time) {
        return new Sample("meter", channel, value, time);
    }

    @Test
    void samplesOfOneAssetAndTimeShareALine() {
        assertEquals(
                List.of(
                        "wattwire,asset=meter grid_power=-1.5,on=true,count=7i 1000",
                        "wattwire,asset=meter grid_power=2.0 2000"),
                lines(
                        "",
                        sample("grid_power", -1.5, 1000),
                        sample("on", true, 1000),
                        sample("grid_power", 2.0, 2000),
                        sample("count", 7L, 1000)));
    }

    /** As the line protocol's reference has it: docs of InfluxData, "line protocol". */
    @Test
    void whatHasAMeaningInTheProtocolIsEscaped() {
        Sample odd = new Sample("my meter,a=b", "my field=1,2", "say \"hi\\\"\nnow", 5);
        List<Line> lines = new Lines("watt wire,x", Tags.parse("", problems::add)).of(List.of(odd));
        assertEquals(
                "watt\\ wire\\,x,asset=my\\ meter\\,a\\=b my\\ field\\=1\\,2=\"say \\\"hi\\\\\\\" now\" 5",
                lines.get(0).text());
    }

    @Test
    void tagsAreAddedInOrder() {
        assertEquals(
                List.of("wattwire,asset=meter,device=sdm630,site=my\\ home x=1i 1"),
                lines("site=my home; meter/device=sdm630; other/device=none", sample("x", 1L, 1)));
    }

    @Test
    void aLineKnowsItsSamples() {
        List<Line> lines =
                new Lines("m", Tags.parse("", problems::add))
                        .of(List.of(sample("a", 1L, 1), sample("a", 2L, 1), sample("b", 1L, 1)));
        assertEquals(1, lines.size());
        assertEquals(3, lines.get(0).samples());
    }

    @ParameterizedTest
    @ValueSource(strings = {"site", "=home", "site=", "a/b/c=d", "si te=home"})
    void aWrongTagIsTold(String tag) {
        Tags.parse("x=y;" + tag, problems::add);
        assertEquals(1, problems.size(), problems::toString);
    }
}
