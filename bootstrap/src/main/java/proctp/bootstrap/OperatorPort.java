package proctp.bootstrap;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import proctp.http.AdminServer;
import proctp.postgres.PostgresOffice;

/** Where the operator asks how the service is. */
final class OperatorPort {

    private OperatorPort() {
    }

    /**
     * Opens it.
     *
     * @throws StartException when the address cannot be had
     */
    static AdminServer open(Config.Admin address, Meters meters, PostgresOffice office) {
        Build build = Build.read();
        try {
            return AdminServer.start(address.host(), address.port(), Map.of("database", office.probe()),
                    () -> meters.registry().scrape(), () -> info(build, office));
        } catch (UncheckedIOException refused) {
            throw RefusedAddress.of(address, refused.getCause());
        }
    }

    private static Map<String, String> info(Build build, PostgresOffice office) {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("version", build.version());
        info.put("commit", build.commit());
        info.put("schemaVersion", office.schemaVersion().orElse("unknown"));
        info.put("java", Runtime.version().toString());
        return info;
    }
}
