package proctp.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import proctp.domain.ProcTP;
import proctp.domain.SignedContent;
import proctp.domain.TreatPlan;

/** What a patient has signed, short enough to be kept beside the signature: it shows whether that was changed since. */
public final class SignedDigest {

    private SignedDigest() {
    }

    /**
     * That of a plan: the 64 lower-case hexadecimal digits of the SHA-256 of its {@link SignedContent}.
     *
     * @param rows all rows of the plan, in order
     */
    public static String of(TreatPlan plan, List<ProcTP> rows) {
        return of(SignedContent.of(plan, rows));
    }

    /** Whether a plan can have one, and comes without it. */
    public static boolean isMissingFrom(TreatPlan plan) {
        return plan.isSigned() && plan.status() == TreatPlan.Status.Saved && plan.patient().digest().isEmpty();
    }

    static String of(String signedContent) {
        return Sha256.hex(signedContent.getBytes(UTF_8));
    }
}
