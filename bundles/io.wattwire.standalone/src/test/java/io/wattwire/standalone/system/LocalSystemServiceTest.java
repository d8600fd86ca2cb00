package io.wattwire.standalone.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.eclipse.kura.system.SystemService;
import org.junit.jupiter.api.Test;

class LocalSystemServiceTest {
    private final SystemService system = new LocalSystemService(null, Path.of("/data/gw"));

    @Test
    void everythingIsBelowTheDataDirectory() {
        assertEquals("/data/gw", system.getKuraDataDirectory());
        assertEquals("/data/gw/snapshots", system.getKuraSnapshotsDirectory());
        assertTrue(system.getKuraUserConfigDirectory().startsWith("/data/gw/"));
        assertTrue(system.getKuraTemporaryConfigDirectory().startsWith("/data/gw/"));
    }

    @Test
    void whatNobodyKnowsIsUnknownAndNotNull() {
        assertEquals(SystemService.UNKNOWN, system.getSerialNumber());
        assertEquals(SystemService.UNKNOWN, system.getOsgiFwName());
        assertNotNull(system.getHostname());
        assertNotNull(system.getOsName());
        assertTrue(system.getTotalMemory() > 0);
    }

    @Test
    void aHardwareAddressHasSixBytesIfThereIsOne() {
        String address = system.getPrimaryMacAddress();

        assertTrue(
                address == null || address.matches("([0-9A-F]{2}:){5}[0-9A-F]{2}"),
                String.valueOf(address));
    }
}
