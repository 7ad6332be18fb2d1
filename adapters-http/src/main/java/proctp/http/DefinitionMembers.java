package proctp.http;

import java.util.List;
import proctp.domain.NewDefinition;

/** The members of a Definition on the wire, and which of them a body can set. */
final class DefinitionMembers {

    /** Those that a new one can have. */
    static final Members<NewDefinition.Builder> NEW = Members.toMake("Definition", NewDefinition.Builder::faults)
            .text("ItemName", NewDefinition.Builder::itemName)
            .text("ItemValue", NewDefinition.Builder::itemValue)
            .text("category", NewDefinition.Builder::category)
            .passingOver(List.of("DefNum", "Category", "isHidden"));

    private DefinitionMembers() {
    }
}
