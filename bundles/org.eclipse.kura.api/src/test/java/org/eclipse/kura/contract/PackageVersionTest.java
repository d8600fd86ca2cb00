package org.eclipse.kura.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackageVersionTest {
    private static final Map<String, String> RECORDED = Recorded.packageVersions();
    private static final Pattern VERSION =
            Pattern.compile(
                    "org\\.osgi\\.annotation\\.versioning\\.Version\\(\\s*value=\"([^\"]*)\"");

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void aPackageIsExportedWithTheVersionOfKura55(String name) {
        String info = Javap.printPackageInfo(name);
        assertTrue(info.contains("org.osgi.annotation.bundle.Export"), name + " is not exported");
        Matcher version = VERSION.matcher(info);
        assertTrue(version.find(), name + " has no version");
        assertEquals(RECORDED.get(name), version.group(1), name);
    }

    static Stream<String> packages() {
        Path root = Javap.root();
        return Javap.classFiles()
                .map(file -> root.relativize(file.getParent()).toString())
                .map(folder -> folder.replace(root.getFileSystem().getSeparator(), "."))
                .distinct()
                .sorted();
    }
}
