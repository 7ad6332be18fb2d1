package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service behind two proxies, 10.0.0.5 and 10.0.0.6. */
class ClientAddressTest {

    private static final String PROXY = "10.0.0.5";

    @Test
    void a_stranger_is_not_believed() throws UnknownHostException {
        assertThat(address("192.0.2.1", "198.51.100.7")).isEqualTo("192.0.2.1");
    }

    @Test
    void a_proxy_that_says_nothing_speaks_for_itself() throws UnknownHostException {
        assertThat(address(PROXY)).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "198.51.100.7 | 198.51.100.7",
        "203.0.113.9, 198.51.100.7 | 198.51.100.7",
        "198.51.100.7, 10.0.0.6 | 198.51.100.7",
        "198.51.100.7,10.0.0.6 ,10.0.0.5 | 198.51.100.7",
        "198.51.100.7:4711 | 198.51.100.7",
        "2001:db8::7 | 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7]:4711 | 2001:db8:0:0:0:0:0:7",
        "::ffff:198.51.100.7 | 198.51.100.7",
        "not an address, 198.51.100.7 | 198.51.100.7"})
    void of_a_list_the_last_that_is_no_proxy_counts(String list, String client) throws UnknownHostException {
        assertThat(address(PROXY, list)).isEqualTo(client);
    }

    @Test
    void several_headers_are_one_list() throws UnknownHostException {
        assertThat(address(PROXY, "203.0.113.9", "198.51.100.7")).isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "unknown", "localhost", "example.com", "256.1.1.1", "1.2.3", "01.2.3.4", "1.2.3.4.5", ":",
        "::g", "fe80::1%eth0", "[::1", "198.51.100.7, ", "198.51.100.7, localhost", "10.0.0.6", "1.2.3.4:", "::1:2:3:4:5:6:7:8:9"})
    void what_is_no_address_leaves_that_of_the_proxy(String garbage) throws UnknownHostException {
        assertThat(address(PROXY, garbage)).isEqualTo(PROXY);
    }

    @Test
    void a_list_without_end_leaves_that_of_the_proxy() throws UnknownHostException {
        assertThat(address(PROXY, "1.2.3.4,".repeat(1_000) + "198.51.100.7")).isEqualTo(PROXY);
    }

    private static String address(String peer, String... forwardedFor) throws UnknownHostException {
        Request request = mock(Request.class, RETURNS_DEEP_STUBS);
        when(request.getConnectionMetaData().getRemoteSocketAddress())
                .thenReturn(new InetSocketAddress(InetAddress.getByName(peer), 40_000));
        HttpFields.Mutable headers = HttpFields.build();
        for (String value : forwardedFor) {
            headers.add("X-Forwarded-For", value);
        }
        when(request.getHeaders()).thenReturn(headers);
        return new ClientAddress(Set.of(InetAddress.getByName(PROXY), InetAddress.getByName("10.0.0.6")))
                .of(request).getHostAddress();
    }
}
