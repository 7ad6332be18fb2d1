package proctp.bootstrap;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import proctp.http.HttpSettings;

/** Reads where clients call, and whether what they say and hear is encrypted on its way. */
final class ListenSettings {

    private ListenSettings() {
    }

    static HttpSettings.Listen read(SettingReader read) {
        String host = read.host(Setting.HOST);
        int port = read.wholeNumber(Setting.PORT, 0, 65_535);
        Optional<HttpSettings.Tls> tls = tls(read);
        boolean plaintextAllowed = read.yesOrNo(Setting.ALLOW_PLAINTEXT).orElse(false);
        boolean encrypted = read.text(Setting.TLS_CERTIFICATE).isPresent() || read.text(Setting.TLS_KEY).isPresent();
        if (!encrypted && canBeReached(host)) {
            if (plaintextAllowed) {
                read.warning(("Other machines can call %s in plain HTTP: whoever sees the network between them and a proxy"
                        + " with TLS reads patients' data and keys.").formatted(host));
            } else {
                read.problem(("%s is \"%s\", so other machines could call, but without TLS: set %s and %s, or %s=true where"
                        + " a proxy with TLS stands before the service.").formatted(Setting.HOST.variable(), host,
                        Setting.TLS_CERTIFICATE.variable(), Setting.TLS_KEY.variable(), Setting.ALLOW_PLAINTEXT.variable()));
            }
        }
        return new HttpSettings.Listen(host, port, tls);
    }

    private static Optional<HttpSettings.Tls> tls(SettingReader read) {
        Optional<Path> certificate = read.file(Setting.TLS_CERTIFICATE);
        Optional<Path> key = read.file(Setting.TLS_KEY);
        if (read.text(Setting.TLS_CERTIFICATE).isPresent() != read.text(Setting.TLS_KEY).isPresent()) {
            read.problem("Of %s and %s only one is set: set both for TLS, or neither.".formatted(
                    Setting.TLS_CERTIFICATE.variable(), Setting.TLS_KEY.variable()));
        }
        Optional<HttpSettings.Tls> tls = certificate.flatMap(first -> key.map(second -> new HttpSettings.Tls(first, second)));
        tls.ifPresent(files -> check(files, read));
        return tls;
    }

    private static void check(HttpSettings.Tls files, SettingReader read) {
        try {
            files.check();
        } catch (IllegalArgumentException unfit) {
            read.problem(unfit.getMessage());
        }
    }

    private static boolean canBeReached(String host) {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            // nobody reaches what does not exist, and listening there will fail
            return false;
        }
    }
}
