package io.wattwire.console;

import io.wattwire.publish.control.ControlGate;
import io.wattwire.publish.http.serve.Routes;
import io.wattwire.publish.live.LivePage.Sight;

/** Which path leads where. */
final class ConsoleRoutes {

    private ConsoleRoutes() {}

    static Routes of(Sight sight, ConsoleSettings settings) {
        ControlGate gate =
                new ControlGate(sight.owner(), settings.rules(), sight.plant(), System::nanoTime);
        Values values = new Values(sight.live(), settings.staleMillis(), System::nanoTime);
        ReadApi read = new ReadApi(sight, settings, values);
        WriteApi write = new WriteApi(gate, settings.rules());
        BatteryApi batteries = new BatteryApi(settings.batteries(), values, write);
        Routes routes =
                new Routes()
                        .on("GET", "/api/assets", read::assets)
                        .on("GET", "/api/assets/*", read::asset)
                        .on("GET", "/api/assets/*/*", read::channel)
                        .on("POST", "/api/assets/*/*", write::write)
                        .on("GET", "/api/controls", read::controls)
                        .on("GET", "/api/health", read::health)
                        .on("GET", "/api/batteries", batteries::list)
                        .on("GET", "/api/batteries/*/*", batteries::get)
                        .on("POST", "/api/batteries/*/*", batteries::set);
        return Page.add(routes);
    }
}
