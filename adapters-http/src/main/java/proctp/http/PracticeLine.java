package proctp.http;

import proctp.application.Practice;

/** A practice itself as a line: the API has nothing of the kind. */
final class PracticeLine {

    private PracticeLine() {
    }

    static void write(JsonWriter json, Practice practice) {
        json.startObject();
        json.text("PracticeName", practice.name());
        json.number("LastTreatPlanNum", practice.lastTreatPlanNum());
        json.number("LastProcTPNum", practice.lastProcTPNum());
        json.number("LastDefNum", practice.lastDefNum());
        json.endObject();
    }

    static Practice read(LineObject object) {
        Practice practice = new Practice(object.text("PracticeName", Practice.LONGEST_NAME), last(object, "LastTreatPlanNum"),
                last(object, "LastProcTPNum"), last(object, "LastDefNum"));
        object.faults().throwIfAny();
        return practice;
    }

    private static long last(LineObject object, String member) {
        long num = object.whole(member, 0);
        if (num < 0) {
            object.faults().invalid(member, "must be the last number that was given out, or 0.");
        }
        object.roomAfter(member, num);
        return num;
    }
}
