package proctp.contract.check;

import static proctp.contract.check.Check.again;
import static proctp.contract.check.Check.reading;
import static proctp.contract.check.Check.writing;
import static proctp.contract.check.Tag.OURS;
import static proctp.contract.check.Tag.VENDOR;

import java.util.List;

/** F1 and F2 of section 7: the office's lists. */
final class Definitions {

    static final List<Check> CHECKS = List.of(
            reading("F1", VENDOR, visit -> visit.known(Visit.definitionsRequest()).has(200)),
            reading("F1", VENDOR, Definitions::eachHasItsMembers),
            reading("F1", VENDOR, again(Definitions::ofACategory)),
            reading("F1", VENDOR, again(Definitions::hiddenOnesOnDemand)),
            reading("F1", OURS, visit -> visit.get("/definitions?Category=x").has(400)),
            writing("F2", VENDOR, Definitions::oneThatLacksAllIsRefused),
            writing("F2", VENDOR, Definitions::oneIsMade));

    private Definitions() {
    }

    private static void eachHasItsMembers(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.known(Visit.definitionsRequest());
        for (Json definition : visit.definitions()) {
            Table.DEFINITION.hasMembers(definition, answer);
            Table.DEFINITION.hasTypes(definition, answer);
        }
    }

    private static void ofACategory(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.get("/definitions?Category=20&includeHidden=true&Limit=1000");
        for (Json definition : answer.list().items()) {
            if (!definition.text("Category").equals("20") || !definition.text("category").equals("TxPriorities")) {
                throw answer.deviation("definitions of category 20, TxPriorities, only", "one of another");
            }
        }
        hasAll("Category", "20", answer, visit);
    }

    private static void hasAll(String member, String value, Answer answer, Visit visit) throws Deviation, Unchecked {
        for (Json definition : visit.definitions()) {
            if (definition.text(member).equals(value) && !answer.list().items().contains(definition)) {
                throw answer.deviation("every definition whose " + member + " is " + value, "a list without one");
            }
        }
    }

    private static void hiddenOnesOnDemand(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.get("/definitions?Limit=1000");
        for (Json definition : answer.list().items()) {
            if (definition.text("isHidden").equals("true")) {
                throw answer.deviation("no definition that is hidden unless includeHidden=true", "one");
            }
        }
        hasAll("isHidden", "false", answer, visit);
        if (visit.definitions().equals(answer.list().items())) {
            throw new Unchecked("takes a definition that is hidden, and " + Visit.definitionsRequest() + " lists none");
        }
    }

    /** A server that does not refuse it makes one that has no name. */
    private static void oneThatLacksAllIsRefused(Visit visit) throws Deviation, Unchecked {
        made("{}", visit).has(400);
    }

    private static Answer made(String body, Visit visit) throws Deviation, Unchecked {
        if (!visit.subject().definitions()) {
            throw new Unchecked("needs --write-definitions, since a definition cannot be removed");
        }
        return visit.send(Request.of("POST", "/definitions").saying(body));
    }

    private static void oneIsMade(Visit visit) throws Deviation, Unchecked {
        Answer answer = made("{\"ItemName\":\"Contract check\",\"category\":\"TxPriorities\"}", visit).has(201);
        Json made = answer.json().orElseThrow(() -> new Unchecked("the definition that was made is not JSON, see B1"));
        if (!made.text("ItemName").equals("Contract check") || !made.text("category").equals("TxPriorities")) {
            throw answer.deviation("the definition that was sent", "another");
        }
    }
}
