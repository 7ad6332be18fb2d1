package proctp.contract.check;

import static proctp.contract.check.Check.writing;
import static proctp.contract.check.Tag.OURS;
import static proctp.contract.check.Tag.VENDOR;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** U3 and U4: what two clients do at once. A race that went well proves little, so there are a few of each. */
final class Races {

    private static final int ROUNDS = 3;

    static final List<Check> CHECKS = List.of(
            writing("U3", OURS, Races::nothingLandsAfterASignature),
            writing("U4", VENDOR, Races::bothOfTwoUpdatesSurvive));

    private Races() {
    }

    private static void nothingLandsAfterASignature(Visit visit) throws Deviation, Unchecked {
        long plan = visit.sandbox().plan("race");
        String address = Sandbox.address(visit.sandbox().row("race", 0));
        for (int round = 1; round <= ROUNDS; round++) {
            CompletableFuture<Answer> update = begun(Request.put(address, "{\"Discount\":" + round + "}"), visit);
            if (visit.send(Request.put("/treatplans/" + plan, Sandbox.SIGN)).status() != 200) {
                ended(update);
                throw new Unchecked("needs a signed plan, see T4");
            }
            Json signed = visit.sandbox().row("race", 0);
            Answer updated = ended(update);
            if (!visit.sandbox().row("race", 0).equals(signed)) {
                throw updated.deviation("no change once the plan was signed", "one");
            }
            if (updated.status() == 200 && !signed.text("Discount").equals(round + ".0")) {
                throw updated.deviation("an update that is stored or refused", "neither");
            }
            visit.send(Request.put("/treatplans/" + plan, Sandbox.CLEAR));
        }
    }

    private static void bothOfTwoUpdatesSurvive(Visit visit) throws Deviation, Unchecked {
        String address = Sandbox.address(visit.sandbox().row(0));
        for (int round = 1; round <= ROUNDS; round++) {
            CompletableFuture<Answer> one = begun(Request.put(address, "{\"SecInsAmt\":" + round + "}"), visit);
            Answer other = visit.send(Request.put(address, "{\"Prognosis\":\"" + round + "\"}"));
            if (ended(one).status() != 200 || other.status() != 200) {
                throw new Unchecked("takes an update, see U1");
            }
            Json row = visit.sandbox().row(0);
            if (!row.text("SecInsAmt").equals(round + ".0") || !row.text("Prognosis").equals(String.valueOf(round))) {
                throw other.deviation("both of two updates of different members", "one of them lost");
            }
        }
    }

    private static CompletableFuture<Answer> begun(Request request, Visit visit) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return visit.send(request);
            } catch (Deviation | Unchecked none) {
                throw new CompletionException(none);
            }
        });
    }

    private static Answer ended(CompletableFuture<Answer> begun) throws Deviation {
        try {
            return begun.join();
        } catch (CompletionException none) {
            throw none.getCause() instanceof Deviation deviation ? deviation : new Deviation(String.valueOf(none.getCause().getMessage()));
        }
    }
}
