package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** How many requests may wait at once follows from the threads that there are. */
class WaitingRequestsTest {

    @Test
    @EnabledForJreRange(max = JRE.JAVA_20)
    void about_half_of_the_threads_where_these_are_few() {
        assertThat(HttpServer.waiting(TestSettings.LIMITS)).isEqualTo(128);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void one_for_each_connection_where_each_request_has_a_thread() {
        assertThat(HttpServer.waiting(TestSettings.LIMITS)).isEqualTo(TestSettings.LIMITS.connections());
    }
}
