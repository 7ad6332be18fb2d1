package proctp.bootstrap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Why the service cannot listen where it is told to, and which setting to change. */
final class RefusedAddress {
    private static final int FIRST_PORT_FOR_EVERYBODY = 1024;

    private RefusedAddress() {
    }

    /** What to tell the person at the terminal after the system has said no. */
    static StartException of(String host, int port, IOException cause) {
        String reason;
        if (port == 0 || !isOurs(host)) {
            reason = "there is no such address on this machine; set %s to one of its addresses".formatted(
                    Setting.HOST.variable());
        } else if (port < FIRST_PORT_FOR_EVERYBODY && !saysInUse(cause)) {
            reason = "this user may not listen on a port below %d; set %s to a higher one, or to 0 for a free one".formatted(
                    FIRST_PORT_FOR_EVERYBODY, Setting.PORT.variable());
        } else {
            reason = "the port is taken; set %s to another one, or to 0 for a free one".formatted(Setting.PORT.variable());
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
