package proctp.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What tells one request with a key from another. */
class IdempotencyKeyTest {

    @Test
    void X9_the_fingerprint_is_the_SHA_256_of_what_is_asked_and_what_is_said() {
        // printf 'POST /definitions\n{}' | sha256sum
        assertThat(key("k", "POST /definitions", "{}"))
                .isEqualTo(new IdempotencyKey("k", "e3bc1cb33605ee2e24277c1bb8535df9f4f56db5d1bc57dfa993d1a24ebb3322"));
    }

    @Test
    void X9_another_route_or_another_body_has_another_fingerprint() {
        assertThat(List.of(key("k", "POST /definitions", "{}"), key("k", "POST /treatplans/Saved", "{}"),
                key("k", "POST /definitions", "{} "), key("k", "POST /definitions", "")))
                .extracting(IdempotencyKey::fingerprint).doesNotHaveDuplicates();
    }

    private static IdempotencyKey key(String text, String what, String content) {
        return IdempotencyKey.of(text, what, content.getBytes(UTF_8));
    }
}
