package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.KeyStateException;
import proctp.application.Permission;
import proctp.application.PracticeNum;
import proctp.application.sample.SampleOffice;

/** Making keys, changing them, and noting that they are used. */
public abstract class ApiKeysChangeContract extends OfficeContract {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void A4_a_digest_that_was_given_a_key_of_its_own_finds_that_and_no_other() {
        ApiKey added = add(SampleOffice.PRACTICE, "a new pair");
        assertThat(office.apiKeys().find(added.digest())).contains(added);
        assertThat(office.apiKeys().find(SECRET.digest("a new pair", "another"))).isEmpty();
        assertThat(office.apiKeys().list()).contains(added).hasSize(filed().size() + 1);
    }

    @Test
    void all_keys_are_listed_by_practice_and_number() {
        add(SampleOffice.OTHER_PRACTICE, "theirs");
        add(SampleOffice.PRACTICE, "ours");
        assertThat(office.apiKeys().list()).isSortedAccordingTo(Comparator
                .<ApiKey>comparingLong(key -> key.practice().value()).thenComparingLong(key -> key.num().value()))
                .hasSize(filed().size() + 2).containsAll(filed());
    }

    @Test
    void numbers_go_on_in_each_practice_from_the_largest() {
        long last = filed().stream().filter(key -> key.practice().equals(SampleOffice.PRACTICE))
                .mapToLong(key -> key.num().value()).max().orElseThrow();
        assertThat(add(SampleOffice.PRACTICE, "one").num().value()).isEqualTo(last + 1);
        assertThat(add(SampleOffice.OTHER_PRACTICE, "two").num().value()).isEqualTo(2);
        ApiKey old = add(SampleOffice.PRACTICE, "three");
        assertThat(replaced(old, UnaryOperator.identity(), "four").num().value()).isEqualTo(last + 3);
        assertThat(add(SampleOffice.PRACTICE, "five").num().value()).isEqualTo(last + 4);
    }

    @Test
    void of_many_at_the_same_time_each_gets_a_number_of_its_own() throws InterruptedException {
        List<Future<ApiKey>> adding = IntStream.range(0, 12)
                .mapToObj(i -> clients.start(() -> add(SampleOffice.PRACTICE, "pair " + i))).toList();
        Set<ApiKeyNum> nums = new HashSet<>();
        for (Future<ApiKey> one : adding) {
            nums.add(Clients.answer(one).num());
        }
        assertThat(nums).hasSize(12);
        assertThat(office.apiKeys().list()).hasSize(filed().size() + 12);
    }

    @Test
    void in_a_practice_that_is_not_there_no_key_is_made_and_none_found() {
        PracticeNum nowhere = new PracticeNum(77);
        ApiKeyNum one = new ApiKeyNum(1);
        assertThat(office.apiKeys().add(nowhere, num -> key(nowhere, num, "pair"))).isEmpty();
        assertThat(office.apiKeys().change(nowhere, one, ApiKey::enabled)).isEmpty();
        assertThat(office.apiKeys().replace(nowhere, one, ApiKey::enabled, (old, num) -> key(nowhere, num, "pair"))).isEmpty();
        assertThat(office.apiKeys().change(SampleOffice.PRACTICE, new ApiKeyNum(77), ApiKey::enabled)).isEmpty();
        assertThat(office.apiKeys().list()).containsExactlyElementsOf(filed());
    }

    @Test
    void what_can_change_of_a_key_is_stored_and_the_others_stay() {
        ApiKey before = add(SampleOffice.PRACTICE, "a new pair");
        ApiKey after = office.apiKeys().change(before.practice(), before.num(),
                key -> key.disabled().expiringBy(DAY.plusDays(3)).usedOn(DAY).revokedOn(DAY.plusDays(1))).orElseThrow();
        assertThat(after.days()).isEqualTo(new ApiKey.Days(Optional.of(DAY), Optional.of(DAY.plusDays(3)), Optional.of(DAY),
                Optional.of(DAY.plusDays(1))));
        assertThat(after.isEnabled()).isFalse();
        assertThat(office.apiKeys().list()).contains(after).doesNotContain(before).containsAll(filed());
    }

    @Test
    void a_change_that_throws_comes_out_as_it_is_and_nothing_changes() {
        IllegalStateException objection = new IllegalStateException("no");
        ApiKey key = add(SampleOffice.PRACTICE, "a new pair");
        UnaryOperator<ApiKey> objects = there -> {
            throw objection;
        };
        assertThatThrownBy(() -> office.apiKeys().change(key.practice(), key.num(), objects)).isSameAs(objection);
        assertThatThrownBy(() -> replaced(key, objects, "another pair")).isSameAs(objection);
        assertThatThrownBy(() -> office.apiKeys().replace(key.practice(), key.num(), ApiKey::disabled, (old, num) -> {
            throw objection;
        })).isSameAs(objection);
        assertThat(office.apiKeys().list()).contains(key).hasSize(filed().size() + 1);
    }

    @Test
    void of_changes_at_the_same_time_none_is_lost() throws InterruptedException {
        ApiKey key = add(SampleOffice.PRACTICE, "a new pair");
        List<Future<Object>> changing = List.of(
                clients.start(() -> office.apiKeys().change(key.practice(), key.num(), ApiKey::disabled)),
                clients.start(() -> office.apiKeys().change(key.practice(), key.num(), there -> there.revokedOn(DAY))),
                clients.start(() -> office.apiKeys().change(key.practice(), key.num(), there -> there.expiringBy(DAY))));
        List<Object> answers = new ArrayList<>();
        for (Future<Object> one : changing) {
            try {
                answers.add(Clients.answer(one));
            } catch (KeyStateException revokedBefore) {
                answers.add(revokedBefore);
            }
        }
        assertThat(answers).hasSize(3);
        ApiKey.Days days = stored(key).days();
        assertThat(days.revoked()).contains(DAY);
        assertThat(days.expires()).contains(DAY);
    }

    @Test
    void the_one_that_takes_the_place_of_another_is_made_of_that_as_it_was_and_both_are_stored() {
        ApiKey old = add(SampleOffice.PRACTICE, "a new pair");
        ApiKey made = replaced(old, key -> key.expiringBy(DAY), "another pair");
        assertThat(made.days().expires()).isEmpty();
        assertThat(stored(old).days().expires()).contains(DAY);
        assertThat(office.apiKeys().find(made.digest())).contains(made);
    }

    @Test
    void the_last_day_of_use_is_noted_and_never_goes_back() {
        ApiKey key = add(SampleOffice.PRACTICE, "a new pair");
        office.apiKeys().used(key, DAY);
        assertThat(stored(key)).isEqualTo(key.usedOn(DAY));
        office.apiKeys().used(stored(key), DAY.plusDays(2));
        office.apiKeys().used(key, DAY.plusDays(1));
        assertThat(stored(key).days().lastUsed()).contains(DAY.plusDays(2));
        assertThat(office.apiKeys().list()).containsAll(filed());
    }

    @Test
    void the_use_of_a_key_that_has_gone_is_no_fault() {
        office.apiKeys().used(key(SampleOffice.PRACTICE, new ApiKeyNum(77), "gone"), DAY);
        office.apiKeys().used(key(new PracticeNum(77), new ApiKeyNum(1), "gone"), DAY);
        assertThat(office.apiKeys().list()).containsExactlyElementsOf(filed());
    }

    private List<ApiKey> filed() {
        return contents().stream().flatMap(practice -> practice.apiKeys().stream()).toList();
    }

    private ApiKey add(PracticeNum practice, String pair) {
        return office.apiKeys().add(practice, num -> key(practice, num, pair)).orElseThrow();
    }

    private ApiKey replaced(ApiKey old, UnaryOperator<ApiKey> change, String pair) {
        return office.apiKeys().replace(old.practice(), old.num(), change,
                (before, num) -> new ApiKey(SECRET.digest(pair, pair), before.practice(), num, before.developerName(),
                        before.keyName(), before.permissions(), before.isEnabled(), before.days())).orElseThrow();
    }

    private ApiKey stored(ApiKey key) {
        return office.apiKeys().list().stream().filter(one -> one.digest().equals(key.digest())).findFirst().orElseThrow();
    }

    private static ApiKey key(PracticeNum practice, ApiKeyNum num, String pair) {
        return new ApiKey(SECRET.digest(pair, pair), practice, num, "Zoë & Söhne", "Ключ 🦷", Set.of(Permission.READ_ALL), true,
                new ApiKey.Days(Optional.of(DAY), Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
