package proctp.contract.check;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What is checked, and how far.
 *
 * @param base             the address of the server, without the API's prefix and without a slash at its end
 * @param keys             the pair that is called with
 * @param treatPlan        the number of a plan that is there
 * @param readOnlyCustomer a customer key that only reads, of the same practice
 * @param otherCustomer    a customer key of another practice
 * @param otherTreatPlan   the number of a plan of that one, which the first practice does not have
 * @param signedPlan       the number of a plan that its patient has signed
 * @param writes           whether rules may be checked that take a change
 * @param definitions      whether a definition may be made, which cannot be removed
 * @param patience         how long an answer may take
 * @param limit            how long it may take altogether
 */
record Subject(String base, Keys keys, long treatPlan, Optional<String> readOnlyCustomer, Optional<String> otherCustomer,
        OptionalLong otherTreatPlan, OptionalLong signedPlan, boolean writes, boolean definitions, Duration patience, Duration limit) {

    /** Open Dental's own prefix. */
    static final String PREFIX = "/api/v1";

    /** A developer's key and a customer's. */
    record Keys(String developer, String customer) {

        /** The value of the Authorization header. */
        String credentials() {
            return "ODFHIR " + developer + "/" + customer;
        }

        Keys with(String otherCustomer) {
            return new Keys(developer, otherCustomer);
        }

        @Override
        public String toString() {
            return "a pair of keys";
        }
    }

    /** The text without any of the keys, which a server might echo. */
    String withoutKeys(String text) {
        String hidden = text;
        for (String key : Stream.concat(Stream.of(keys.developer(), keys.customer()),
                Stream.of(readOnlyCustomer, otherCustomer).flatMap(Optional::stream)).toList()) {
            hidden = hidden.replace(key, "...");
            // where a text was cut, the half of one may be left
            for (int length = key.length() - 1; length > 0; length--) {
                hidden = hidden.replace(key.substring(0, length) + "...", "...");
            }
        }
        return hidden;
    }

    @Override
    public String toString() {
        return base;
    }

    /** The address that a person gives, as it is kept: with or without the prefix, with or without a slash. */
    static String baseOf(String url) {
        String base = url.replaceFirst("/+$", "");
        return base.regionMatches(true, base.length() - PREFIX.length(), PREFIX, 0, PREFIX.length())
                ? base.substring(0, base.length() - PREFIX.length()).replaceFirst("/+$", "") : base;
    }

}
