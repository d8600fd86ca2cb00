package io.wattwire.publish.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.CommonPoint;
import io.wattwire.device.model.CommonPoints;
import io.wattwire.device.model.ValueKind;
import io.wattwire.publish.live.Live;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.Test;

/** Prometheus' own checker of pages: parses, and knows the conventions. */
class PromtoolInterop {

    private static String check(String page) throws IOException, InterruptedException {
        Process tool =
                new ProcessBuilder("promtool", "check", "metrics")
                        .redirectErrorStream(true)
                        .start();
        try (var out = tool.getOutputStream()) {
            out.write(page.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(tool.waitFor(30, TimeUnit.SECONDS));
        return tool.exitValue() + " " + said;
    }

    @Test
    void thePageHasNoFault() throws Exception {
        Live live = new Live((asset, channel) -> false);
        Map<String, TypedValue<?>> record = new HashMap<>();
        for (CommonPoint point : CommonPoints.all()) {
            record.put(
                    point.name(),
                    point.kind() == ValueKind.STRING
                            ? TypedValues.newStringValue("a \"b\" \\ \n ü")
                            : TypedValues.newDoubleValue(-1.5e-7));
        }
        record.put("PacTotal", TypedValues.newLongValue(Long.MAX_VALUE));
        record.put("PacTotal_unit", TypedValues.newStringValue("kVAh"));
        record.put("flag", TypedValues.newBooleanValue(true));
        for (String asset : new String[] {"meter", "a \"b\" \\ \n ü \ud800"}) {
            record.put("assetName", TypedValues.newStringValue(asset));
            live.take(record, "emitter", System.nanoTime(), System.currentTimeMillis());
        }
        String page = new Exposition(live, 60_000, System::nanoTime).write();
        assertTrue(page.lines().count() > 400, page);
        assertEquals("0 ", check(page));
    }

    @Test
    void theCheckerFindsFaults() throws Exception {
        assertFalse(check("# TYPE x_watts counter\nx_watts 1\n").startsWith("0 "), "no _total");
        assertFalse(check("x{a=\"b\\\"} 1\n").startsWith("0 "), "a wrong escape");
    }
}
