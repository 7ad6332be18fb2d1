package proctp.bootstrap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import proctp.http.HttpSettings;

/** Why the service cannot listen where it is told to, and which setting to change. */
final class RefusedAddress {
    private static final int FIRST_PORT_FOR_EVERYBODY = 1024;

    private RefusedAddress() {
    }

    /** What to tell the person at the terminal after the system has said no to the clients' port. */
    static StartException of(HttpSettings.Listen listen, IOException cause) {
        return of(listen.host(), listen.port(), Setting.HOST, Setting.PORT, cause);
    }

    /** What to tell the person at the terminal after the system has said no to the operator's port. */
    static StartException of(Config.Admin admin, IOException cause) {
        return of(admin.host(), admin.port(), Setting.ADMIN_HOST, Setting.ADMIN_PORT, cause);
    }

    private static StartException of(String host, int port, Setting hostSetting, Setting portSetting, IOException cause) {
        String reason;
        if (port == 0 || !isOurs(host)) {
            reason = "there is no such address on this machine; set %s to one of its addresses".formatted(
                    hostSetting.variable());
        } else if (port < FIRST_PORT_FOR_EVERYBODY && !saysInUse(cause)) {
            reason = "this user may not listen on a port below %d; set %s to a higher one, or to 0 for a free one".formatted(
                    FIRST_PORT_FOR_EVERYBODY, portSetting.variable());
        } else {
            reason = "the port is taken; set %s to another one, or to 0 for a free one".formatted(portSetting.variable());
        }
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return new StartException("Cannot listen on %s:%d: %s.".formatted(shown, port, reason), cause);
    }

    /** Tries it, since what the system said about the first time differs with the system and its language. */
    private static boolean isOurs(String host) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean saysInUse(IOException cause) {
        return Optional.ofNullable(cause.getMessage()).filter(said -> said.contains("in use")).isPresent();
    }
}
