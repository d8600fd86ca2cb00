package io.wattwire.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Runs the command line on the launcher's main thread; what it returns is the process's exit code.
 */
@Component(service = Callable.class, immediate = true, property = "main.thread:Boolean=true")
public final class Main implements Callable<Integer> {
    private final BundleContext context;
    private final String[] arguments;

    /**
     * A command line that has not run yet.
     *
     * @param context the framework in which drivers and runtime are found
     * @param launcher the launcher, which carries the arguments as a service property
     */
    @Activate
    public Main(
            BundleContext context,
            @Reference(service = Object.class, target = "(launcher.arguments=*)")
                    Map<String, Object> launcher) {
        this.context = context;
        this.arguments = (String[]) launcher.get("launcher.arguments");
    }

    @Override
    public Integer call() {
        return WattwireCommand.run(new Tools(new BundleCatalog(context), context), arguments);
    }
}
