package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import proctp.application.ApiKey;
import proctp.application.KeyDigest;
import proctp.application.KeySecret;
import proctp.application.PracticeContents;
import proctp.application.sample.SampleOffice;

/** Finding the key that a program came with. */
public abstract class ApiKeysContract extends OfficeContract {

    @Test
    void A3_each_key_is_found_as_it_was_filed_enabled_or_not() {
        for (PracticeContents practice : contents()) {
            for (ApiKey key : practice.apiKeys()) {
                assertThat(office.apiKeys().find(key.digest())).contains(key);
            }
        }
    }

    @Test
    void A4_a_digest_that_no_key_has_finds_none() {
        assertThat(office.apiKeys().find(SECRET.digest(SampleOffice.DEVELOPER_KEY, "ANOTHERCUSTOMER1"))).isEmpty();
        assertThat(office.apiKeys().find(SECRET.digest("ANOTHERDEVELOPER", SampleOffice.CUSTOMER_KEY))).isEmpty();
        assertThat(office.apiKeys().find(SECRET.digest("", ""))).isEmpty();
    }

    @Test
    void A4_a_digest_under_another_secret_finds_none() {
        KeySecret another = new KeySecret("another secret");
        assertThat(office.apiKeys().find(another.digest(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY))).isEmpty();
    }

    @Test
    void A4_a_digest_is_compared_to_its_last_digit() {
        String hex = SECRET.digest(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY).hex();
        String last = hex.endsWith("0") ? "1" : "0";
        assertThat(office.apiKeys().find(new KeyDigest(hex.substring(0, 63) + last))).isEmpty();
    }
}
