package proctp.contract.check;

import static proctp.contract.check.Check.reading;
import static proctp.contract.check.Check.writing;
import static proctp.contract.check.Tag.OURS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** X5 and X6 of section 8: what has happened, in pages and as it happens. */
final class ChangeFeed {

    private static final List<String> MEMBERS = List.of("ChangeNum", "ChangeDateTime", "Table", "Action", "DeveloperName", "KeyName",
            "RequestId", "ProcTPNum", "TreatPlanNum", "PatNum", "ChangedFields", "before", "after");

    static final List<Check> CHECKS = List.of(
            reading("X5", OURS, ChangeFeed::entriesHaveTheirMembersAndOrder),
            reading("X5", OURS, ChangeFeed::afterGoesOn),
            writing("X5", OURS, ChangeFeed::whatWasDoneIsThere),
            reading("X6", OURS, ChangeFeed::theStreamBegins),
            writing("X6", OURS, ChangeFeed::whatIsPastComesAndThenWhatHappens));

    private ChangeFeed() {
    }

    private static Request firstPage() {
        return Request.get("/changes?Limit=5");
    }

    private static void entriesHaveTheirMembersAndOrder(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.known(firstPage());
        long before = 0;
        for (Json entry : answer.list().items()) {
            if (!entry.names().equals(MEMBERS)) {
                throw answer.deviation("the " + MEMBERS.size() + " members of a change in their order", "others or another order");
            }
            if (entry.number("ChangeNum") <= before) {
                throw answer.deviation("changes by ChangeNum", "another order");
            }
            before = entry.number("ChangeNum");
        }
    }

    private static void afterGoesOn(Visit visit) throws Deviation, Unchecked {
        List<Json> entries = visit.known(firstPage()).list().items();
        if (entries.size() < 2) {
            throw new Unchecked("the feed has too few entries");
        }
        Answer next = visit.get("/changes?Limit=1&After=" + entries.get(0).number("ChangeNum"));
        List<Json> found = next.list().items();
        if (found.size() != 1 || found.get(0).number("ChangeNum") != entries.get(1).number("ChangeNum")) {
            throw next.deviation("the entry behind the one that After names", "another");
        }
    }

    private static List<Json> entriesOf(long plan, Visit visit) throws Deviation, Unchecked {
        return visit.get("/changes?Limit=1000&TreatPlanNum=" + plan).list().items();
    }

    private static void whatWasDoneIsThere(Visit visit) throws Deviation, Unchecked {
        long plan = visit.sandbox().plan("feed");
        Json before = visit.sandbox().row("feed", 0);
        visit.send(Request.put(Sandbox.address(before), "{\"Surf\":\"LR\"}"));
        Json after = visit.sandbox().row("feed", 0);
        Answer answer = visit.get("/changes?Limit=1000&TreatPlanNum=" + plan);
        List<String> deeds = new ArrayList<>();
        for (Json entry : answer.list().items()) {
            deeds.add(entry.text("Action") + " " + entry.text("Table"));
        }
        if (!deeds.equals(List.of("Created TreatPlan", "Created ProcTP", "Created ProcTP", "Created ProcTP", "Created ProcTP", "Updated ProcTP"))) {
            throw answer.deviation("what was done to a plan, in its order", deeds.size() + " other entries or another order");
        }
        Json update = answer.list().items().get(deeds.size() - 1);
        if (!update.get("before").equals(Optional.of(before)) || !update.get("after").equals(Optional.of(after))) {
            throw answer.deviation("before and after as the API writes the row", "others");
        }
    }

    private static void theStreamBegins(Visit visit) throws Deviation, Unchecked {
        try (Events events = Events.of(visit, Request.get("/changes?After=" + Request.NONE))) {
            String line = events.line(Events.FOR_A_COMMENT);
            if (!line.startsWith(":")) {
                throw events.deviation("a comment, which begins with a colon", "another");
            }
        }
    }

    private static void whatIsPastComesAndThenWhatHappens(Visit visit) throws Deviation, Unchecked {
        long plan = visit.sandbox().plan("stream");
        String address = Sandbox.address(visit.sandbox().row("stream", 0));
        List<Json> past = entriesOf(plan, visit);
        try (Events events = Events.of(visit, Request.get("/changes?TreatPlanNum=" + plan))) {
            for (Json entry : past) {
                events.is(entry);
            }
            visit.send(Request.put(address, "{\"Surf\":\"UR\"}"));
            List<Json> now = entriesOf(plan, visit);
            for (Json entry : now.subList(past.size(), now.size())) {
                events.is(entry);
            }
        }
    }
}
