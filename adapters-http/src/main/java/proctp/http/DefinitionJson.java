package proctp.http;

import proctp.domain.DefCat;
import proctp.domain.Definition;

/** Writes a Definition: the vendor's members in its order. */
final class DefinitionJson {

    private DefinitionJson() {
    }

    static void write(JsonWriter json, Definition definition) {
        json.startObject();
        writeMembers(json, definition);
        json.endObject();
    }

    static void writeMembers(JsonWriter json, Definition definition) {
        json.number("DefNum", definition.num().value());
        json.text("ItemName", definition.itemName());
        json.text("ItemValue", definition.itemValue());
        json.number("Category", definition.category());
        json.text("category", DefCat.nameOf(definition.category()));
        json.text("isHidden", WireFormat.bool(definition.isHidden()));
    }

    /** Lets a tag stand for all that is written. */
    static void values(EntityTag tag, Definition definition) {
        tag.number(definition.num().value()).text(definition.itemName()).text(definition.itemValue())
                .number(definition.category()).flag(definition.isHidden());
    }
}
