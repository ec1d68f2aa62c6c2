using TechPlan.Functions.Forms;

namespace TechPlan.Functions.Correspondence.Replies;

/// <summary>Puts what was corrected in place of what was typed before.</summary>
internal static class MergedForm
{
    /// <summary>
    /// Field by field the later wins. Other schools are told apart only by their place in the list, so a correction that names
    /// any of them replaces the whole list.
    /// </summary>
    internal static TypedForm Of(TypedForm before, TypedForm correction)
    {
        var namesPartners = correction.Fields.Any(IsPartner);
        var kept = before.Fields.Where(field => correction[field.Pointer] is null && !(namesPartners && IsPartner(field)));
        return before with { Fields = [.. kept, .. correction.Fields] };
    }

    private static bool IsPartner(TypedField field) => FormPointers.PartnerIndex(field.Pointer) is not null;
}
