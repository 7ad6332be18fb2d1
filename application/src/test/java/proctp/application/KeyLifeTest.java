package proctp.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static proctp.application.Offices.assertRefused;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proctp.application.port.Office;
import proctp.application.sample.SampleOffice;
import proctp.domain.Refusal;

/** A key from the day on which it is made to the one on which it is taken back. */
class KeyLifeTest {

    private static final LocalDate DAY = Offices.TODAY.get();
    private static final ApiKeyNum ONE = new ApiKeyNum(1);
    private static final KeyDigest PAIR = Offices.SECRET.digest("another", "pair");

    private final Office office = Offices.sample();
    private final RotateApiKey rotate = new RotateApiKey(office.apiKeys());

    @ParameterizedTest
    @CsvSource({
        "true,  ,  , ENABLED", "true,  0,  , ENABLED", "true, 1,  , ENABLED", "true, -1,  , EXPIRED", "false,  ,  , DISABLED",
        "false, -1,  , DISABLED", "true,  , -1, REVOKED", "true,  , 0, REVOKED", "false, -1, -2, REVOKED"})
    void A4_it_works_until_the_end_of_its_last_day_unless_it_is_disabled_or_revoked(boolean isEnabled, Long expires, Long revoked,
            ApiKey.State state) {
        ApiKey key = key(new ApiKey.Days(Optional.empty(), Optional.ofNullable(expires).map(DAY::plusDays), Optional.empty(),
                Optional.ofNullable(revoked).map(DAY::plusDays)), isEnabled);
        assertThat(key.state(DAY)).isEqualTo(state);
        assertThat(key.worksOn(DAY)).isEqualTo(state == ApiKey.State.ENABLED);
    }

    @Test
    void A4_a_key_opens_its_practice_on_its_last_day_and_not_the_day_after() {
        office.apiKeys().change(SampleOffice.PRACTICE, ONE, key -> key.expiringBy(DAY));
        KeyDigest pair = Offices.SECRET.digest(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY);
        assertThat(new Authenticate(office.apiKeys(), () -> DAY).authenticate(pair).key()).isEqualTo(ONE);
        assertRefused(Refusal.Kind.KEY_INVALID, () -> new Authenticate(office.apiKeys(), () -> DAY.plusDays(1)).authenticate(pair));
        assertThat(there(ONE).days().lastUsed()).as("a key that does not work is not used").contains(DAY);
    }

    @Test
    void what_is_revoked_is_neither_enabled_nor_disabled_and_keeps_its_day() {
        ApiKey revoked = key(ApiKey.Days.UNKNOWN, true).revokedOn(DAY);
        assertThatThrownBy(revoked::enabled).isInstanceOf(KeyStateException.class)
                .hasMessage("Key 1 of practice 1 was revoked on 2026-11-23, and that is final: add another key in its place.");
        assertThatThrownBy(revoked::disabled).isInstanceOf(KeyStateException.class);
        assertThat(revoked.revokedOn(DAY.plusDays(1)).days().revoked()).contains(DAY);
    }

    @Test
    void the_one_in_its_place_is_like_it_and_both_work() {
        office.apiKeys().change(SampleOffice.PRACTICE, ONE, key -> key.expiringBy(DAY.plusDays(90)).usedOn(DAY));
        ApiKey made = rotated(terms(Optional.empty(), Optional.empty())).orElseThrow();
        ApiKey old = there(ONE);
        assertThat(made).isEqualTo(new ApiKey(PAIR, SampleOffice.PRACTICE, new ApiKeyNum(4), old.developerName(), old.keyName(),
                old.permissions(), true, new ApiKey.Days(Optional.of(DAY), Optional.of(DAY.plusDays(90)), Optional.empty(), Optional.empty())));
        assertThat(old.worksOn(DAY.plusDays(90))).isTrue();
    }

    @Test
    void the_old_one_ends_with_its_grace_and_the_new_one_with_its_own_day() {
        ApiKey made = rotated(terms(Optional.of(DAY.plusDays(10)), Optional.of(DAY.plusDays(3)))).orElseThrow();
        assertThat(made.days().expires()).contains(DAY.plusDays(10));
        assertThat(there(ONE).days().expires()).contains(DAY.plusDays(3));
        rotated(terms(Optional.empty(), Optional.of(DAY.plusDays(5)))).orElseThrow();
        assertThat(there(ONE).days().expires()).as("no later than before").contains(DAY.plusDays(3));
    }

    @Test
    void one_that_does_not_work_is_not_followed_unless_a_new_day_is_named() {
        office.apiKeys().change(SampleOffice.PRACTICE, ONE, key -> key.expiringBy(DAY.minusDays(1)));
        assertThatThrownBy(() -> rotated(terms(Optional.empty(), Optional.empty()))).isInstanceOf(KeyStateException.class)
                .hasMessageStartingWith("Key 1 of practice 1 has expired on 2026-11-22");
        office.apiKeys().change(SampleOffice.PRACTICE, ONE, ApiKey::disabled);
        assertThatThrownBy(() -> rotated(terms(Optional.of(DAY), Optional.empty()))).isInstanceOf(KeyStateException.class)
                .hasMessageContaining("is disabled");
        office.apiKeys().change(SampleOffice.PRACTICE, ONE, key -> key.revokedOn(DAY));
        assertThatThrownBy(() -> rotated(terms(Optional.of(DAY), Optional.empty()))).isInstanceOf(KeyStateException.class)
                .hasMessageContaining("was revoked");
        assertThat(office.apiKeys().list()).hasSize(4);
        office.apiKeys().change(SampleOffice.OTHER_PRACTICE, ONE, key -> key.expiringBy(DAY.minusDays(1)));
        assertThat(rotate.rotate(SampleOffice.OTHER_PRACTICE, ONE, terms(Optional.of(DAY), Optional.empty()))).isPresent();
        assertThat(rotate.rotate(SampleOffice.PRACTICE, new ApiKeyNum(77), terms(Optional.empty(), Optional.empty()))).isEmpty();
    }

    @Test
    void a_practice_is_erased_when_none_of_its_keys_works_any_more() {
        Map<String, Long> before = office.practices().count(SampleOffice.PRACTICE);
        office.apiKeys().change(SampleOffice.PRACTICE, ONE, key -> key.revokedOn(DAY));
        ErasePractice erase = new ErasePractice(office.practices(), office.apiKeys());
        assertThat(erase.erase(SampleOffice.PRACTICE, () -> {
            assertThat(office.apiKeys().list()).filteredOn(key -> key.worksOn(DAY)).extracting(ApiKey::practice)
                    .containsOnly(SampleOffice.OTHER_PRACTICE);
            assertThat(office.practices().count(SampleOffice.PRACTICE)).isEqualTo(before);
        })).isTrue();
        assertThat(office.practices().count(SampleOffice.PRACTICE).values()).containsOnly(0L);
        assertThat(erase.erase(SampleOffice.PRACTICE, () -> { })).isFalse();
    }

    @Test
    void when_the_time_between_ends_badly_nothing_is_erased_and_no_key_works() {
        IllegalStateException full = new IllegalStateException("the disk is full");
        Map<String, Long> before = office.practices().count(SampleOffice.PRACTICE);
        assertThatThrownBy(() -> new ErasePractice(office.practices(), office.apiKeys()).erase(SampleOffice.PRACTICE, () -> {
            throw full;
        })).isSameAs(full);
        assertThat(office.practices().count(SampleOffice.PRACTICE)).isEqualTo(before);
        assertThat(office.apiKeys().list()).filteredOn(key -> key.worksOn(DAY)).extracting(ApiKey::practice)
                .containsOnly(SampleOffice.OTHER_PRACTICE);
    }

    private Optional<ApiKey> rotated(RotateApiKey.Terms terms) {
        return rotate.rotate(SampleOffice.PRACTICE, ONE, terms);
    }

    private static RotateApiKey.Terms terms(Optional<LocalDate> expires, Optional<LocalDate> lastDay) {
        return new RotateApiKey.Terms(PAIR, DAY, expires, lastDay);
    }

    private ApiKey there(ApiKeyNum num) {
        return office.apiKeys().list().stream().filter(key -> key.practice().equals(SampleOffice.PRACTICE) && key.num().equals(num))
                .findFirst().orElseThrow();
    }

    private ApiKey key(ApiKey.Days days, boolean isEnabled) {
        ApiKey sample = there(ONE);
        return new ApiKey(sample.digest(), sample.practice(), ONE, "", "", sample.permissions(), isEnabled, days);
    }
}
