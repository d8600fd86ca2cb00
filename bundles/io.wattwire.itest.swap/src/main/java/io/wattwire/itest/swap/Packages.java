package io.wattwire.itest.swap;

import io.wattwire.itest.wait.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.deploymentadmin.DeploymentAdmin;
import org.osgi.service.deploymentadmin.DeploymentException;
import org.osgi.service.deploymentadmin.DeploymentPackage;

/** Installs packages as a Kura does, and leaves the framework as it was. */
final class Packages implements AutoCloseable {
    static final List<String> BASE = List.of("wattwire-serial", "wattwire-core");
    static final List<String> REST =
            List.of(
                    "wattwire-driver-sdm",
                    "wattwire-driver-chint",
                    "wattwire-driver-growatt",
                    "wattwire-limit",
                    "wattwire-site");

    private final BundleContext context;
    private final DeploymentAdmin admin;
    private final Path project;

    Packages(BundleContext context, DeploymentAdmin admin) {
        this.context = context;
        this.admin = admin;
        this.project = Path.of(context.getProperty("wattwire.project"));
    }

    Path project() {
        return project;
    }

    DeploymentFile built(String name) throws IOException {
        return DeploymentFile.built(project, name);
    }

    void installAll() throws IOException, DeploymentException {
        for (String name : BASE) {
            install(built(name));
        }
        for (String name : REST) {
            install(built(name));
        }
        awaitAllActive();
    }

    void install(DeploymentFile file) throws DeploymentException {
        admin.installDeploymentPackage(file.stream());
    }

    void uninstall(String name) throws DeploymentException {
        admin.getDeploymentPackage(name).uninstall();
    }

    /** A package whose bundle does not resolve installs "successfully": only ACTIVE counts. */
    void awaitAllActive() {
        Await.until(
                "all bundles ACTIVE",
                Duration.ofSeconds(60),
                () -> notActive().isEmpty(),
                this::notActive);
    }

    List<String> notActive() {
        List<String> names = new ArrayList<>();
        for (Bundle b : context.getBundles()) {
            if (b.getSymbolicName().startsWith("io.wattwire.")
                    && b.getHeaders().get("Fragment-Host") == null
                    && b.getState() != Bundle.ACTIVE) {
                names.add(b.getSymbolicName());
            }
        }
        return names;
    }

    String version(String symbolicName) {
        for (Bundle b : context.getBundles()) {
            if (b.getSymbolicName().equals(symbolicName)) {
                return b.getVersion().toString();
            }
        }
        return "none";
    }

    @Override
    public void close() throws DeploymentException {
        List<DeploymentPackage> installed = List.of(admin.listDeploymentPackages());
        for (int i = REST.size() - 1; i >= 0; i--) {
            uninstallIfThere(installed, REST.get(i));
        }
        for (int i = BASE.size() - 1; i >= 0; i--) {
            uninstallIfThere(installed, BASE.get(i));
        }
    }

    private static void uninstallIfThere(List<DeploymentPackage> installed, String name)
            throws DeploymentException {
        for (DeploymentPackage p : installed) {
            if (p.getName().equals(name)) {
                p.uninstall();
            }
        }
    }
}
