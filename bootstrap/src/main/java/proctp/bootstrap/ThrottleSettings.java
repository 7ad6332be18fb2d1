package proctp.bootstrap;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import proctp.http.HttpSettings;

/** Reads how often one may call. */
final class ThrottleSettings {
    private static final Pattern RATE = Pattern.compile("([1-9][0-9]{0,5})/([1-9][0-9]{0,3})");
    /** No name, so that nobody is asked to resolve it. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}([.][0-9]{1,3}){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    private ThrottleSettings() {
    }

    static HttpSettings.Throttle read(SettingReader read) {
        return new HttpSettings.Throttle(read.wholeNumber(Setting.WRONG_KEYS_PER_MINUTE, 0, 1_000_000), rate(read),
                proxies(read));
    }

    private static Optional<HttpSettings.Rate> rate(SettingReader read) {
        return read.text(Setting.RATE_LIMIT).flatMap(value -> {
            Matcher parts = RATE.matcher(value);
            if (!parts.matches()) {
                read.wrong(Setting.RATE_LIMIT, value, "a number of requests, a slash and a number of seconds, such as 1/5");
                return Optional.empty();
            }
            return Optional.of(new HttpSettings.Rate(Integer.parseInt(parts.group(1)),
                    Duration.ofSeconds(Integer.parseInt(parts.group(2)))));
        });
    }

    private static Set<InetAddress> proxies(SettingReader read) {
        Set<InetAddress> proxies = new HashSet<>();
        for (String item : read.items(Setting.TRUSTED_PROXIES)) {
            address(item).ifPresentOrElse(proxies::add, () ->
                    read.wrong(Setting.TRUSTED_PROXIES, item, "IP addresses separated by commas, such as 10.0.0.5,10.0.0.6"));
        }
        return proxies;
    }

    private static Optional<InetAddress> address(String text) {
        try {
            return ADDRESS.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException wrong) {
            return Optional.empty();
        }
    }
}
