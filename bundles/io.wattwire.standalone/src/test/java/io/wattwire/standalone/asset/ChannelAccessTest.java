package io.wattwire.standalone.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ChannelAccessTest {
    private final FakeDriver driver = new FakeDriver();
    private ChannelAccess access = access(Duration.ofSeconds(30));

    private static ChannelAccess access(Duration limit) {
        Map<String, Object> properties = new HashMap<>();
        properties.putAll(ChannelsTest.channel("r", "READ"));
        properties.putAll(ChannelsTest.channel("rw", "READ_WRITE"));
        properties.putAll(ChannelsTest.channel("w", "WRITE"));
        properties.putAll(ChannelsTest.channel("off", "READ_WRITE"));
        properties.put("off#+enabled", "false");
        properties.put("rw#+scale", 0.5);
        properties.put("rw#+offset", "1");
        return new ChannelAccess("asset", Channels.parse("asset", properties), limit);
    }

    @AfterEach
    void close() {
        access.close();
    }

    private static Object value(List<ChannelRecord> records, String name) {
        return records.stream()
                .filter(r -> r.getChannelName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue()
                .getValue();
    }

    @Test
    void withoutADriverEverythingFailsAndRecoversWhenItComes() throws KuraException {
        KuraException e = assertThrows(KuraException.class, access::readAll);
        assertTrue(e.getMessage().contains("Driver not attached"), e.getMessage());
        assertThrows(KuraException.class, () -> access.write(List.of()));

        access.attach(driver);

        assertEquals(2, access.readAll().size(), "READ and READ_WRITE, enabled ones");
    }

    @Test
    void scaleAndOffsetHoldForReads() throws KuraException {
        access.attach(driver);

        List<ChannelRecord> records = access.readAll();

        assertEquals(42.0, value(records, "r"));
        assertEquals(22.0, value(records, "rw"));
    }

    @Test
    void aPreparedReadIsMadeOnceAndClosedWhenTheDriverChanges() throws KuraException {
        driver.prepares = true;
        access.attach(driver);
        access.readAll();
        access.readAll();

        FakeDriver next = new FakeDriver();
        access.attach(next);
        access.readAll();

        assertEquals(List.of("prepare", "execute", "execute", "close"), driver.calls);
        assertEquals(List.of("prepare", "read"), next.calls);
    }

    @Test
    void aDriverThatWasReplacedDoesNotTakeTheNewOneAway() throws KuraException {
        FakeDriver next = new FakeDriver();
        access.attach(driver);
        access.attach(next);

        access.detach(driver);

        assertEquals(2, access.readAll().size());
    }

    @Test
    void anExceptionWhilePreparingFallsBackToReads() throws KuraException {
        FakeDriver broken =
                new FakeDriver() {
                    @Override
                    public org.eclipse.kura.driver.PreparedRead prepareRead(
                            List<ChannelRecord> records) {
                        throw new IllegalStateException("no");
                    }
                };
        access.attach(broken);

        assertEquals(2, access.readAll().size());
    }

    @Test
    void anErrorInADriverIsAFailureAndTheNextCallWorks() throws KuraException {
        access.attach(driver);
        driver.reading =
                record -> {
                    throw new NoSuchMethodError("an older engine");
                };
        assertThrows(KuraException.class, access::readAll);

        driver.reading = record -> FakeDriver.succeed(record, 1);

        assertEquals(1.0, value(access.readAll(), "r"));
    }

    @Test
    void singleReadsNameTheChannelsThatCannotBeRead() throws KuraException {
        access.attach(driver);

        List<ChannelRecord> records = access.read(List.of("r", "w", "off", "none"));

        assertEquals(
                List.of(
                        ChannelFlag.SUCCESS,
                        ChannelFlag.FAILURE,
                        ChannelFlag.FAILURE,
                        ChannelFlag.FAILURE),
                records.stream().map(r -> r.getChannelStatus().getChannelFlag()).toList());
    }

    @Test
    void onlyChannelsThatMayBeWrittenReachTheDriver() throws KuraException {
        access.attach(driver);
        List<ChannelRecord> records =
                List.of(
                        ChannelRecord.createWriteRecord("w", TypedValues.newDoubleValue(5)),
                        ChannelRecord.createWriteRecord("r", TypedValues.newDoubleValue(5)));

        access.write(records);

        assertEquals(1, driver.written.size());
        assertEquals("WRITE", driver.written.get(0).getChannelConfig().get("+type"));
        assertEquals(ChannelFlag.FAILURE, records.get(1).getChannelStatus().getChannelFlag());
    }

    @Test
    void aHungDriverDoesNotHangTheCallerAndFurtherCallsFailAtOnce() throws Exception {
        access.close();
        access = access(Duration.ofMillis(20));
        access.attach(driver);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch hanging = new CountDownLatch(1);
        driver.reading =
                record -> {
                    asked.countDown();
                    try {
                        hanging.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                };

        KuraException first = assertThrows(KuraException.class, access::readAll);
        KuraException second = assertThrows(KuraException.class, access::readAll);
        assertEquals(KuraErrorCode.TIMED_OUT, first.getCode());
        assertTrue(asked.await(60, TimeUnit.SECONDS), "on a busy machine later than given up");
        assertTrue(second.getMessage().contains("still hangs"), second.getMessage());
        assertEquals(1, driver.calls.stream().filter("read"::equals).count());

        driver.reading = record -> FakeDriver.succeed(record, 1);
        hanging.countDown();
        while (true) {
            try {
                assertEquals(2, access.readAll().size());
                break;
            } catch (KuraException e) {
                assertEquals(KuraErrorCode.TIMED_OUT, e.getCode(), "until it returns");
            }
        }
    }
}
