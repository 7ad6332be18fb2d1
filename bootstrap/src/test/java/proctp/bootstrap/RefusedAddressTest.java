package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proctp.http.HttpSettings;

class RefusedAddressTest {

    @ParameterizedTest
    @CsvSource({"nosuch.invalid, nosuch.invalid:30222", "192.0.2.1, 192.0.2.1:30222", "2001:db8::1, [2001:db8::1]:30222"})
    void an_address_of_no_or_another_machine_is_answered_with_the_host_setting(String host, String shown) {
        // whatever the system said, and in which language
        assertThat(refused(host, 30222, new UnknownHostException())).hasMessage("Cannot listen on " + shown
                + ": there is no such address on this machine; set PROCTP_HOST to one of its addresses.");
    }

    @Test
    void a_port_in_use_is_answered_with_the_port_setting() {
        for (int port : new int[] {30222, 80}) {
            assertThat(refused("127.0.0.1", port, new BindException("Address already in use"))).hasMessage(
                    "Cannot listen on 127.0.0.1:%d: the port is taken; set PROCTP_PORT to another one, or to 0 for a free"
                            + " one.", port);
        }
    }

    @Test
    void a_port_for_the_system_only_is_answered_with_a_higher_one() {
        assertThat(refused("127.0.0.1", 80, new BindException("Permission denied"))).hasMessage("Cannot listen on"
                + " 127.0.0.1:80: this user may not listen on a port below 1024; set PROCTP_PORT to a higher one, or to 0"
                + " for a free one.");
    }

    @Test
    void the_operators_port_is_answered_with_settings_of_its_own() {
        assertThat(RefusedAddress.of(new Config.Admin("127.0.0.1", 30232), new BindException("Address already in use")))
                .hasMessage("Cannot listen on 127.0.0.1:30232: the port is taken; set PROCTP_ADMIN_PORT to another one, or to 0"
                        + " for a free one.");
    }

    private static StartException refused(String host, int port, IOException cause) {
        return RefusedAddress.of(new HttpSettings.Listen(host, port, Optional.empty()), cause);
    }
}
