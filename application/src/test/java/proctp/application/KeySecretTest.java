package proctp.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pair of keys is stored as an HMAC-SHA-256; the digests here were computed with another tool. */
class KeySecretTest {

    private final KeySecret secret = new KeySecret("a secret for tests");

    @Test
    void a_pair_comes_to_the_HMAC_over_both_halves_with_a_zero_byte_between() {
        assertThat(secret.digest("DEMODEVELOPERKEY", "DEMOCUSTOMERKEY1").hex())
                .isEqualTo("e832b022e6f790460e7e3f161cb6e3f30a998f723207894c72f9fffb695c16ae");
        assertThat(secret.digest("", "").hex())
                .isEqualTo("a15cc962e4b6de6c84bbcb6761bb679382f325e7832a6fb70f7064026140ccc7");
    }

    @Test
    void pairs_that_come_at_the_same_time_come_to_what_they_come_to_alone() {
        List<KeyDigest> alone = IntStream.range(0, 2_000).mapToObj(num -> secret.digest("DEVELOPER", "KEY" + num)).toList();
        assertThat(IntStream.range(0, 2_000).parallel().mapToObj(num -> secret.digest("DEVELOPER", "KEY" + num)).toList())
                .isEqualTo(alone).doesNotHaveDuplicates();
    }

    @Test
    void a_pair_that_breaks_off_half_way_leaves_nothing_to_the_next_one() {
        KeyDigest pair = secret.digest("DEVELOPER", "CUSTOMER");
        assertThatThrownBy(() -> secret.digest("DEVELOPER", null)).isInstanceOf(NullPointerException.class);
        assertThat(secret.digest("DEVELOPER", "CUSTOMER")).isEqualTo(pair);
    }

    @Test
    void texts_are_taken_as_UTF_8() {
        assertThat(new KeySecret("schlüssel").digest("Zoë", "\uD83E\uDDB7").hex())
                .isEqualTo("4f9dbde26c260386fe891cc0d065412ffc60c302ce4503a9978b9ac46363e257");
    }

    @Test
    void the_halves_cannot_be_shifted_swapped_or_joined() {
        KeyDigest pair = secret.digest("AB", "CD");
        assertThat(secret.digest("AB", "CD")).isEqualTo(pair);
        assertThat(secret.digest("A", "BCD")).isNotEqualTo(pair);
        assertThat(secret.digest("ABC", "D")).isNotEqualTo(pair);
        assertThat(secret.digest("CD", "AB")).isNotEqualTo(pair);
        assertThat(secret.digest("", "ABCD")).isNotEqualTo(pair);
        assertThat(secret.digest("ab", "cd")).isNotEqualTo(pair);
    }

    @Test
    void another_secret_gives_another_digest() {
        assertThat(new KeySecret("another secret").digest("AB", "CD")).isNotEqualTo(secret.digest("AB", "CD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789",
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0", "g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    void a_digest_has_64_lower_case_hexadecimal_digits(String hex) {
        assertThatThrownBy(() -> new KeyDigest(hex)).isInstanceOf(IllegalArgumentException.class);
    }
}
