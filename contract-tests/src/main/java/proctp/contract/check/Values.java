package proctp.contract.check;

import static proctp.contract.check.Check.reading;
import static proctp.contract.check.Check.writing;
import static proctp.contract.check.Tag.OURS;
import static proctp.contract.check.Tag.SEED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Section 3, and what B4 and B5 say of it: members, types, forms and limits. Section 3 has no numbers, and is S3 here. */
final class Values {

    private static final String TOOTH = "\uD83E\uDDB7";

    /** Amounts as they are sent, and as they come back. */
    private static final Map<String, String> AMOUNTS = new LinkedHashMap<>(Map.of("12345678.9", "12345678.9", "-1", "-1.0",
            "17.25", "17.25", "204", "204.0"));

    /** The same for those that take rounding or an exponent. */
    private static final Map<String, String> ROUNDED = Map.of("51.300000000000004", "51.3", "0.00005", "0.0", "0.00015", "0.0002",
            "-0", "0.0", "1e-400", "0.0", "1e3", "1000.0", "99999999999.9999", "99999999999.9999");

    /** What is no value of a member. */
    private static final List<String> NO_VALUES = List.of("\"PatAmt\":100000000000", "\"PatAmt\":1e1000000000", "\"PatAmt\":\"NaN\"",
            "\"PatAmt\":true", "\"Surf\":\"\\u0000\"", "\"Surf\":\"\\ud800\"", "\"ProcCode\":\"1234567890123456\"");

    static final List<Check> CHECKS = List.of(
            reading("B4", SEED, visit -> eachRow(visit, Table.PROC_TP::hasMembers)),
            reading("B4", SEED, visit -> eachRow(visit, Table.PROC_TP::hasTypes)),
            writing("B4", SEED, Values::anUpdatesAnswerIsARow),
            writing("B4", SEED, visit -> areWritten(AMOUNTS, visit)),
            reading("B5", SEED, visit -> eachRow(visit, Table.PROC_TP::hasForms)),
            reading("B5", Tag.VENDOR, visit -> each(visit.plans(), visit.known(Visit.plansRequest()), Table.TREAT_PLAN::hasForms)),
            reading("B5", Tag.VENDOR, visit -> each(visit.definitions(), visit.known(Visit.definitionsRequest()), Table.DEFINITION::hasForms)),
            writing("B5", SEED, Values::noDateIsTheFirstOfAll),
            reading("S3", Tag.VENDOR, visit -> eachRow(visit, Table.PROC_TP::hasSizes)),
            reading("S3", OURS, visit -> eachRow(visit, Table.PROC_TP::hasDigits)),
            writing("S3", OURS, visit -> areWritten(ROUNDED, visit)),
            writing("S3", OURS, Values::textsAreStoredAsSent),
            writing("S3", OURS, Values::whatIsNoValueIsRefused));

    /** Holds a row against something. */
    private interface Judge {
        void hold(Json row, Answer answer) throws Deviation;
    }

    private Values() {
    }

    private static void eachRow(Visit visit, Judge judge) throws Deviation, Unchecked {
        each(visit.rows(), visit.list(), judge);
    }

    private static void each(List<Json> rows, Answer answer, Judge judge) throws Deviation {
        for (Json row : rows) {
            judge.hold(row, answer);
        }
    }

    private static void anUpdatesAnswerIsARow(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.send(Request.put(Sandbox.address(visit.sandbox().row(0)), "{\"Dx\":\"Caries\"}"));
        if (answer.status() != 200) {
            throw new Unchecked("takes an update, see U1");
        }
        Table.PROC_TP.hasMembers(answer.object(), answer);
        Table.PROC_TP.hasTypes(answer.object(), answer);
    }

    private static void areWritten(Map<String, String> amounts, Visit visit) throws Deviation, Unchecked {
        String address = Sandbox.address(visit.sandbox().row(0));
        for (Map.Entry<String, String> amount : amounts.entrySet()) {
            Answer answer = visit.send(Request.put(address, "{\"PatAmt\":" + amount.getKey() + "}"));
            if (answer.status() != 200) {
                throw answer.deviation("200 for PatAmt " + amount.getKey());
            }
            String written = answer.object().text("PatAmt");
            if (!written.equals(amount.getValue())) {
                throw answer.deviation("PatAmt " + amount.getValue() + " after " + amount.getKey() + " was sent", Shape.printable(written));
            }
        }
    }

    private static void noDateIsTheFirstOfAll(Visit visit) throws Deviation, Unchecked {
        String date = visit.sandbox().row(1).text("DateTP");
        if (!date.equals("0001-01-01")) {
            throw new Deviation("expected DateTP 0001-01-01 in a row that was saved without one, got one that is written as " + Shape.of(date));
        }
    }

    private static void textsAreStoredAsSent(Visit visit) throws Deviation, Unchecked {
        String address = Sandbox.address(visit.sandbox().row(0));
        // code points are counted, not the two halves of each
        for (String text : List.of(TOOTH.repeat(255), " a \\t\\u0001 \\\"b\\\" <c> ")) {
            Answer answer = visit.send(Request.put(address, "{\"Descript\":\"" + text + "\"}")).has(200);
            String stored = answer.object().text("Descript");
            if (!stored.equals(text.replace("\\t", "\t").replace("\\u0001", "\u0001").replace("\\\"", "\""))) {
                throw answer.deviation("Descript exactly as it was sent", "another text");
            }
        }
    }

    private static void whatIsNoValueIsRefused(Visit visit) throws Deviation, Unchecked {
        Json before = visit.sandbox().row(0);
        for (String member : NO_VALUES) {
            Answer answer = visit.send(Request.put(Sandbox.address(before), "{" + member + "}"));
            if (answer.status() != 400) {
                throw answer.deviation("400 for {" + member + "}");
            }
        }
        if (!visit.sandbox().row(0).equals(before)) {
            throw new Deviation("expected that refused values change nothing, got others as " + before.differences(visit.sandbox().row(0)));
        }
    }
}
