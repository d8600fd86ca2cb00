package io.wattwire.itest.swap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A deployment package as the build made it, or the same with newer bundles: what an owner would
 * upload next month.
 */
record DeploymentFile(String name, byte[] bytes) {

    static DeploymentFile built(Path project, String name) throws IOException {
        Path target = project.resolve("dp").resolve(name).resolve("target");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(target, "*.dp")) {
            return new DeploymentFile(name, Files.readAllBytes(files.iterator().next()));
        }
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /** The same package with its bundles at another version, and their exports as they were. */
    DeploymentFile at(String version) throws IOException {
        return rewritten(version, manifest -> {});
    }

    /** The same, and every exported package one minor version higher, as after an addition. */
    DeploymentFile withAdditionsAt(String version) throws IOException {
        return rewritten(
                version,
                manifest -> {
                    String exports = manifest.getValue("Export-Package");
                    if (exports != null) {
                        manifest.putValue(
                                "Export-Package",
                                exports.replace("version=\"1.0.0\"", "version=\"1.1.0\""));
                    }
                });
    }

    private DeploymentFile rewritten(String version, Consumer<Attributes> change)
            throws IOException {
        try (JarInputStream in = new JarInputStream(stream())) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().putValue("DeploymentPackage-Version", version);
            for (Map.Entry<String, Attributes> section : manifest.getEntries().entrySet()) {
                section.getValue().putValue("Bundle-Version", version);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
                for (JarEntry e = in.getNextJarEntry(); e != null; e = in.getNextJarEntry()) {
                    jar.putNextEntry(new JarEntry(e.getName()));
                    jar.write(bundle(in.readAllBytes(), version, change));
                }
            }
            return new DeploymentFile(name, out.toByteArray());
        }
    }

    private static byte[] bundle(byte[] bundle, String version, Consumer<Attributes> change)
            throws IOException {
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(bundle))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            change.accept(manifest.getMainAttributes());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
                for (JarEntry e = in.getNextJarEntry(); e != null; e = in.getNextJarEntry()) {
                    jar.putNextEntry(new JarEntry(e.getName()));
                    in.transferTo(jar);
                }
            }
            return out.toByteArray();
        }
    }
}
