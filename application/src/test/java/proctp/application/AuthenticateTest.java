package proctp.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;
import static proctp.application.sample.SampleOffice.CUSTOMER_KEY;
import static proctp.application.sample.SampleOffice.DEVELOPER_KEY;
import static proctp.application.sample.SampleOffice.DISABLED_KEY;
import static proctp.application.sample.SampleOffice.OTHER_CUSTOMER_KEY;
import static proctp.application.sample.SampleOffice.READ_ONLY_KEY;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import proctp.application.port.ApiKeys;
import proctp.application.sample.SampleOffice;
import proctp.domain.Refusal;

/** A pair of keys opens one practice, or is refused in a way that tells nothing. */
class AuthenticateTest {

    private final Authenticate authenticate = new Authenticate(Offices.sample().apiKeys(), Offices.TODAY);

    @Test
    void A3_a_pair_speaks_for_its_practice_and_developer() {
        assertThat(authenticate.authenticate(pair(DEVELOPER_KEY, CUSTOMER_KEY))).isEqualTo(new Caller(SampleOffice.PRACTICE, new ApiKeyNum(1),
                "Demo Developer", "Demo key", Set.of(Permission.READ_ALL, Permission.ALL_OTHERS)));
        assertThat(authenticate.authenticate(pair(DEVELOPER_KEY, OTHER_CUSTOMER_KEY)).practice())
                .isEqualTo(SampleOffice.OTHER_PRACTICE);
        assertThat(authenticate.authenticate(pair(DEVELOPER_KEY, READ_ONLY_KEY)).permissions())
                .containsExactly(Permission.READ_ALL);
    }

    static Stream<Arguments> wrongPairs() {
        return Stream.of(Arguments.of(DEVELOPER_KEY, "UNKNOWN"), Arguments.of("UNKNOWN", CUSTOMER_KEY),
                Arguments.of(CUSTOMER_KEY, DEVELOPER_KEY), Arguments.of(DEVELOPER_KEY, DISABLED_KEY),
                Arguments.of(DEVELOPER_KEY, ""), Arguments.of("", CUSTOMER_KEY), Arguments.of("", ""),
                Arguments.of(DEVELOPER_KEY, CUSTOMER_KEY + " "), Arguments.of(DEVELOPER_KEY, "democustomerkey1"),
                Arguments.of(DEVELOPER_KEY + "\0" + CUSTOMER_KEY, ""), Arguments.of("\uD83E", "\0"));
    }

    @ParameterizedTest
    @MethodSource("wrongPairs")
    void A4_every_wrong_pair_is_refused_in_the_same_words(String developerKey, String customerKey) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> authenticate.authenticate(pair(developerKey, customerKey)));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.KEY_INVALID);
        assertThat(refusal.sentence()).isEqualTo("Invalid DeveloperKey or CustomerKey. The Authorization header must be"
                + " 'ODFHIR {DeveloperKey}/{CustomerKey}' with a pair of keys that is enabled.");
    }

    @ParameterizedTest
    @MethodSource("wrongPairs")
    void A4_a_wrong_pair_takes_the_same_look_up_as_a_right_one(String developerKey, String customerKey) {
        ApiKeys apiKeys = mock(ApiKeys.class);
        when(apiKeys.find(any())).thenReturn(Optional.empty());
        assertThatThrownBy(() -> new Authenticate(apiKeys, Offices.TODAY).authenticate(pair(developerKey, customerKey)))
                .isInstanceOf(Refusal.class);
        verify(apiKeys, times(1)).find(pair(developerKey, customerKey));
        verifyNoMoreInteractions(apiKeys);
    }

    @Test
    void a_store_of_keys_that_fails_is_no_wrong_key() {
        ApiKeys apiKeys = mock(ApiKeys.class);
        IllegalStateException outage = new IllegalStateException("no connection");
        when(apiKeys.find(any())).thenThrow(outage);
        assertThatThrownBy(() -> new Authenticate(apiKeys, Offices.TODAY).authenticate(pair(DEVELOPER_KEY, CUSTOMER_KEY)))
                .isSameAs(outage);
    }

    private static KeyDigest pair(String developerKey, String customerKey) {
        return Offices.SECRET.digest(developerKey, customerKey);
    }
}
