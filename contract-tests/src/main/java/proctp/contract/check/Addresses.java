package proctp.contract.check;

import static proctp.contract.check.Check.again;
import static proctp.contract.check.Check.reading;
import static proctp.contract.check.Tag.LIVE;
import static proctp.contract.check.Tag.OURS;
import static proctp.contract.check.Tag.VENDOR;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Section 1: addresses, keys and permissions. */
final class Addresses {

    /** Keys that nobody has. */
    private static final String NO_KEY = "NotAKeyOfAnybody";

    /** What differs from answer to answer by its nature. */
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "x-request-id");

    static final List<Check> CHECKS = List.of(
            reading("A1", VENDOR, visit -> visit.list().has(200)),
            reading("A1", OURS, again(Addresses::theSameWithoutThePrefix)),
            reading("A2", LIVE, again(visit -> theSameAt("/PROCTPS", visit))),
            reading("A2", LIVE, again(visit -> theSameAt("/proctps/", visit))),
            reading("A2", LIVE, visit -> visit.get("/proctp").has(visit.get("/notaresource").status())),
            reading("A3", VENDOR, Addresses::theSchemeInAnyCase),
            reading("A4", VENDOR, visit -> visit.ofNobody().has(401)),
            reading("A4", VENDOR, Addresses::everyWrongKeyIsRefused),
            reading("A4", OURS, Addresses::nothingTellsWhichHalfWasWrong),
            reading("A5", VENDOR, Addresses::aKeyThatOnlyReads),
            reading("A6", LIVE, visit -> visit.get("/notaresource").refuses(404, "notaresource is not a valid resource.")),
            reading("A7", LIVE, visit -> visit.known(Request.of("POST", "/proctps")).refuses(400, "proctps POST  is not a valid method.")),
            reading("A8", LIVE, Addresses::theKeyComesFirst),
            reading("A8", LIVE, Addresses::theResourceComesBeforeItsParameters),
            reading("A8", OURS, Addresses::parametersComeBeforeTheRow),
            reading("A9", VENDOR, Addresses::whatIsAnotherPractices));

    private Addresses() {
    }

    private static void theSameWithoutThePrefix(Visit visit) throws Deviation, Unchecked {
        same(visit.list(), visit.known(visit.listRequest().withoutPrefix()));
    }

    private static void theSameAt(String path, Visit visit) throws Deviation, Unchecked {
        same(visit.list(), visit.get(path + "?TreatPlanNum=" + visit.subject().treatPlan()));
    }

    private static void same(Answer known, Answer other) throws Deviation {
        other.has(known.status());
        if (!known.json().equals(other.json())) {
            throw other.deviation("the same as for " + known.request());
        }
    }

    private static void theSchemeInAnyCase(Visit visit) throws Deviation, Unchecked {
        String credentials = visit.subject().keys().credentials();
        visit.calls().sendBare(visit.listRequest().with("Authorization", credentials.replace("ODFHIR", "odfhir"))).has(visit.list().status());
    }

    private static List<Request> withWrongKeys(Visit visit) {
        Subject.Keys keys = visit.subject().keys();
        return List.of(keys.with(NO_KEY).credentials(), new Subject.Keys(NO_KEY, keys.customer()).credentials(), "ODFHIR",
                keys.credentials().replace("ODFHIR", "Basic")).stream()
                .map(value -> visit.listRequest().with("Authorization", value)).toList();
    }

    private static void everyWrongKeyIsRefused(Visit visit) throws Deviation, Unchecked {
        for (Request request : withWrongKeys(visit)) {
            visit.calls().sendBare(request).has(visit.ofNobody().status());
        }
    }

    private static void nothingTellsWhichHalfWasWrong(Visit visit) throws Deviation, Unchecked {
        Answer first = visit.ofNobody();
        for (Request request : withWrongKeys(visit).subList(0, 2)) {
            Answer other = visit.calls().sendBare(request);
            if (!first.sentence().equals(other.sentence()) || !comparable(first).equals(comparable(other))) {
                throw other.deviation("the same body and headers whichever half of the keys is wrong", "others");
            }
        }
    }

    private static Map<String, List<String>> comparable(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        headers.keySet().removeIf(name -> OF_THE_MOMENT.contains(name.toLowerCase(Locale.ROOT)));
        return headers;
    }

    private static void aKeyThatOnlyReads(Visit visit) throws Deviation, Unchecked {
        String reader = visit.subject().readOnlyCustomer().orElseThrow(() -> new Unchecked("needs --read-only-key"));
        String credentials = visit.subject().keys().with(reader).credentials();
        visit.calls().sendBare(visit.listRequest().with("Authorization", credentials)).has(visit.list().status());
        visit.calls().sendBare(Request.put("/proctps/" + Request.NONE, "{}").with("Authorization", credentials)).refuses(401, "Not Authorized");
    }

    private static void theKeyComesFirst(Visit visit) throws Deviation, Unchecked {
        visit.calls().sendBare(Request.get("/notaresource")).has(visit.ofNobody().status());
    }

    private static void theResourceComesBeforeItsParameters(Visit visit) throws Deviation, Unchecked {
        visit.get("/notaresource?Limit=0").has(visit.get("/notaresource").status());
    }

    private static void parametersComeBeforeTheRow(Visit visit) throws Deviation, Unchecked {
        Answer refused = visit.known(Request.get(visit.listRequest().path() + "&Limit=x"));
        visit.get("/proctps?TreatPlanNum=" + Request.NONE + "&Limit=x").has(refused.status() == 200 ? visit.ofNoPlan().status() : refused.status());
    }

    private static void whatIsAnotherPractices(Visit visit) throws Deviation, Unchecked {
        Optional<String> other = visit.subject().otherCustomer();
        if (other.isEmpty() || visit.subject().otherTreatPlan().isEmpty()) {
            throw new Unchecked("needs --other-customer-key and --other-treat-plan");
        }
        Request request = Request.get("/proctps?TreatPlanNum=" + visit.subject().otherTreatPlan().getAsLong());
        visit.calls().sendBare(request.with("Authorization", visit.subject().keys().with(other.get()).credentials())).has(200);
        Answer none = visit.ofNoPlan();
        Answer foreign = visit.get(request.path());
        if (foreign.status() != none.status() || !foreign.json().equals(none.json())) {
            throw foreign.deviation("what is said of a plan that is not there");
        }
    }
}
