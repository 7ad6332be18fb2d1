package proctp.http;

import java.util.HashMap;
import java.util.Map;
import proctp.domain.DefCat;
import proctp.domain.DefNum;
import proctp.domain.Definition;

/** Definitions as lines of one file: each as the API returns it, and its place in its list, which otherwise is that in the file. */
final class DefinitionLine {

    /** Leaves room for those that are appended later. */
    private static final int LAST_PLACE = 2_147_483_000;
    private static final int LONGEST_TEXT = 255;

    private final Map<Integer, Integer> nextPlaces = new HashMap<>();

    static void write(JsonWriter json, Definition definition) {
        json.startObject();
        DefinitionJson.writeMembers(json, definition);
        json.number("ItemOrder", definition.itemOrder());
        json.endObject();
    }

    Definition read(LineObject object) {
        int category = category(object);
        int place = object.whole("ItemOrder", 0, Integer.MAX_VALUE, nextPlaces.getOrDefault(category, 0));
        if (place > LAST_PLACE) {
            object.faults().invalid("ItemOrder", "must be at most " + LAST_PLACE + ".");
        }
        Definition definition = new Definition(new DefNum(object.ownNum("DefNum")), category, place,
                object.text("ItemName", LONGEST_TEXT), object.text("ItemValue", LONGEST_TEXT),
                object.flag("isHidden").orElse(false));
        object.faults().throwIfAny();
        nextPlaces.put(category, place + 1);
        return definition;
    }

    /** By its number, or else by its name, which tells only those that matter to treatment plans. */
    private static int category(LineObject object) {
        int named = object.has("category") ? DefCat.named(object.text("category")).map(DefCat::number).orElse(0) : 0;
        if (!object.has("Category") && named == 0) {
            object.faults().required("Category");
        }
        return object.whole("Category", Integer.MIN_VALUE, Integer.MAX_VALUE, named);
    }
}
